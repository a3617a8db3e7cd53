import { app, BrowserWindow, type MessagePortMain } from 'electron'
import path from 'node:path'
import { zoomByKeys } from './menu'
import { note } from './log'
import { appOrigin } from './page-files'

/** Opens the program's one window; each load of its page gets a port of its own from `connect`. */
export function openWindow(connect: () => MessagePortMain): BrowserWindow {
  const window = new BrowserWindow({
    width: 1360,
    height: 860,
    minWidth: 720,
    minHeight: 520,
    show: false,
    title: 'Gonghui 工汇',
    webPreferences: {
      preload: path.join(import.meta.dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      devTools: !app.isPackaged,
      spellcheck: false,
    },
  })
  const { webContents } = window
  zoomByKeys(webContents)
  window.once('ready-to-show', () => window.show())
  webContents.on('did-finish-load', () => webContents.postMessage('backend-port', null, [connect()]))
  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    note('page-gone', { reason, exitCode })
    if (reason !== 'clean-exit') webContents.reload()
  })
  void window.loadURL(`${appOrigin}/`)
  return window
}
