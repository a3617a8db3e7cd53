import { app, BrowserWindow } from 'electron'
import path from 'node:path'
import { BackendProcess } from './backend-process'
import { registerAppScheme, serveApp } from './app-scheme'
import { hideMenu } from './menu'
import { denyEverything } from './permissions'
import { runSelfTest } from './self-test'
import { openWindow } from './window'

// As root Chromium cannot start its own sandbox (`--no-sandbox`); the page stays in Electron's all the same.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
registerAppScheme()
if (process.env['GONGHUI_DATA'] !== undefined) app.setPath('userData', path.resolve(process.env['GONGHUI_DATA']))

async function start() {
  await app.whenReady()
  serveApp(path.join(import.meta.dirname, 'renderer'))
  denyEverything()
  hideMenu()
  const backend = new BackendProcess(path.join(app.getPath('userData'), 'records'))
  app.on('before-quit', (event) => {
    if (backend.stopped) return
    // Quit again once the database is closed in order.
    event.preventDefault()
    void backend.stop().then(() => app.quit())
  })
  openWindow(backend)
}

if (process.argv.includes('--self-test')) {
  void app.whenReady().then(runSelfTest)
} else if (!app.requestSingleInstanceLock()) {
  app.quit()
} else {
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows()
    if (window === undefined) return
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  app.on('window-all-closed', () => app.quit())
  void start()
}
