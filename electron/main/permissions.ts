import { app, session } from 'electron'

/** What the page may do: put text on the clipboard when a button for it was pressed; it never reads from there. */
const MAY_COPY = 'clipboard-sanitized-write'

/** The page asks for nothing but to copy, opens nothing and goes nowhere; Electron would allow all of it by default. */
export function denyEverything(): void {
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((_contents, permission, answer) => answer(permission === MAY_COPY))
  defaultSession.setPermissionCheckHandler((_contents, permission) => permission === MAY_COPY)
  defaultSession.setDevicePermissionHandler(() => false)
  defaultSession.on('will-download', (event) => event.preventDefault())
  // Nothing is fetched from anywhere but the page's own folder.
  defaultSession.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: !/^(app|devtools|data|blob):/.test(url) }),
  )
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}
