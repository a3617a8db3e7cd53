import { app, BrowserWindow } from 'electron'
import path from 'node:path'
import { appOrigin } from './app-scheme'
import type { BackendProcess } from './backend-process'

/** Opens the program's one window and keeps it connected with the backend. */
export function openWindow(backend: BackendProcess): void {
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
  window.once('ready-to-show', () => window.show())
  // A page has no old life to go back to: each load gets a port of its own.
  window.webContents.on('did-finish-load', () => {
    window.webContents.postMessage('backend-port', null, [backend.connect()])
  })
  backend.onRestart(() => {
    if (!window.isDestroyed()) window.webContents.reload()
  })
  void window.loadURL(`${appOrigin}/`)
}
