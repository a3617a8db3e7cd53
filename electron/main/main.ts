import { app, dialog, type BrowserWindow } from 'electron'
import path from 'node:path'
import { faultOf } from '../../shared/model/fault'
import { registerAppScheme, serveApp } from './app-scheme'
import { createHost } from './host'
import { KeptBackend } from './kept-backend'
import { note } from './log'
import { hideMenu } from './menu'
import { denyEverything } from './permissions'
import { runSelfTest } from './self-test'
import { texts } from './texts'
import { openWindow } from './window'

// Chromium's own sandbox cannot start as root; the page is kept from Node all the same, by the window's preferences.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
registerAppScheme()
if (process.env['GONGHUI_DATA'] !== undefined) app.setPath('userData', path.resolve(process.env['GONGHUI_DATA']))

process.on('uncaughtException', (error) => {
  note('fault', faultOf(error))
  dialog.showErrorBox('Gonghui 工汇', texts(app.getLocale()).stopped)
  app.exit(1)
})

let window: BrowserWindow | null = null

function openedWindow(): BrowserWindow {
  if (window === null) throw new Error('No window is open')
  return window
}

async function start() {
  await app.whenReady()
  note('start', { version: app.getVersion(), electron: process.versions.electron, system: process.platform })
  serveApp(path.join(import.meta.dirname, 'renderer'))
  denyEverything()
  hideMenu()
  const backend = new KeptBackend(path.join(app.getPath('userData'), 'records'), createHost(openedWindow), {
    onRestart() {
      if (window === null) return
      window.webContents.reload()
      void dialog.showMessageBox(window, { type: 'warning', message: texts(app.getLocale()).restarted })
    },
    onLost() {
      dialog.showErrorBox('Gonghui 工汇', texts(app.getLocale()).stopped)
      app.quit()
    },
  })
  app.on('before-quit', (event) => {
    if (backend.stopping) return
    // Quit again once the database is closed in order.
    event.preventDefault()
    void backend.stop().then(() => app.quit())
  })
  window = openWindow(() => backend.connect())
  window.once('closed', () => (window = null))
}

if (process.argv.includes('--self-test')) {
  void app.whenReady().then(runSelfTest)
} else if (!app.requestSingleInstanceLock()) {
  app.quit()
} else {
  app.on('second-instance', () => {
    if (window?.isMinimized() === true) window.restore()
    window?.focus()
  })
  app.on('window-all-closed', () => app.quit())
  void start()
}
