import { Menu } from 'electron'

/** No menu bar; the roles keep the keys people know: copy and paste, undo, and zoom up to 200 % and more. */
export function hideMenu(): void {
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { role: 'editMenu', visible: false },
      {
        label: 'view',
        visible: false,
        submenu: [
          { role: 'zoomIn', accelerator: 'CommandOrControl+=' },
          { role: 'zoomIn', accelerator: 'CommandOrControl+Plus', visible: false },
          { role: 'zoomOut' },
          { role: 'resetZoom' },
          { role: 'togglefullscreen' },
        ],
      },
    ]),
  )
}
