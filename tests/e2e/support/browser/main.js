import { app, BrowserWindow } from 'electron'

/** A plain browser window on the address given, for pages that people open in a browser. */
void app.whenReady().then(() => new BrowserWindow({ width: 1400, height: 800 }).loadURL(process.argv.at(-1) ?? ''))
