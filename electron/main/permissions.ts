import { app, session } from 'electron'

/** The page asks for no permission, opens nothing and goes nowhere; Electron would allow all of it by default. */
export function denyEverything(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.defaultSession.setPermissionCheckHandler(() => false)
  session.defaultSession.setDevicePermissionHandler(() => false)
  // Nothing is fetched from anywhere but the page's own folder.
  session.defaultSession.webRequest.onBeforeRequest((request, answer) => {
    answer({ cancel: !/^(app|devtools|data|blob):/.test(request.url) && !request.url.startsWith('file:') })
  })
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}
