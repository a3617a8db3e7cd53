import { implement } from '@orpc/server'
import { app, dialog, safeStorage, type BrowserWindow } from 'electron'
import path from 'node:path'
import { hostContract } from '../../shared/contract/host'
import { texts } from './texts'

const os = implement(hostContract)

/** On Linux without a key ring Electron would only disguise the key; that is no protection. */
function hasKeyStore(): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false
  return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'
}

const KINDS: Readonly<Record<string, string>> = { xlsx: 'Excel', docx: 'Word', pdf: 'PDF' }

/** What a save dialog offers for a name. */
function fileKind(suggestedName: string) {
  const extension = path.extname(suggestedName).slice(1)
  return { name: KINDS[extension] ?? extension, extensions: [extension] }
}

export type Host = ReturnType<typeof createHost>

/**
 * What the main process does for the backend: dialogs, which belong to the window, and the key store of the operating
 * system. Electron 41 has that store in its synchronous form only.
 */
export function createHost(window: () => BrowserWindow) {
  return os.router({
    chooseSavePath: os.chooseSavePath.handler(async ({ input }) => {
      const { canceled, filePath } = await dialog.showSaveDialog(window(), {
        defaultPath: path.join(app.getPath('documents'), input.suggestedName),
        filters: [fileKind(input.suggestedName)],
      })
      return canceled ? null : filePath
    }),
    confirm: os.confirm.handler(async ({ input }) => {
      const { question, detail, act, cancel } = texts(app.getLocale()).confirm(input)
      const { response } = await dialog.showMessageBox(window(), {
        type: 'warning',
        message: question,
        detail,
        buttons: [cancel, act],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
      })
      return response === 1
    }),
    printPage: os.printPage.handler(
      ({ input }) =>
        new Promise<boolean>((resolve) =>
          window().webContents.print({ pageSize: 'A4', landscape: input.landscape, printBackground: true }, resolve),
        ),
    ),
    pageAsPdf: os.pageAsPdf.handler(async ({ input }) => {
      const pdf = await window().webContents.printToPDF({
        pageSize: 'A4',
        landscape: input.landscape,
        printBackground: true,
        preferCSSPageSize: true,
      })
      return pdf.toString('base64')
    }),
    keyStore: {
      available: os.keyStore.available.handler(() => hasKeyStore()),
      seal: os.keyStore.seal.handler(({ input }) => safeStorage.encryptString(input.key).toString('base64')),
      open: os.keyStore.open.handler(({ input }) => {
        try {
          return safeStorage.decryptString(Buffer.from(input.sealed, 'base64'))
        } catch {
          // Another user of the PC, or a new profile: the store cannot open it any more, and the person is told so.
          return null
        }
      }),
    },
  })
}
