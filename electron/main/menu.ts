import { Menu, type WebContents } from 'electron'

/** No menu bar; only macOS needs a menu for copy and paste to have their keys. */
export function hideMenu(): void {
  const needed = process.platform === 'darwin'
  Menu.setApplicationMenu(needed ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }]) : null)
}

/** One step is a fifth more; 200 % is a little below the fourth. */
const furthestStep = 5

/** Ctrl (or Cmd) with plus, minus and zero makes everything larger, smaller and its own size again. */
export function zoomByKeys(contents: WebContents): void {
  contents.on('before-input-event', (event, { type, control, meta, alt, key }) => {
    if (type !== 'keyDown' || alt || !(process.platform === 'darwin' ? meta : control)) return
    const level = contents.getZoomLevel()
    if (key === '+' || key === '=') contents.setZoomLevel(Math.min(level + 1, furthestStep))
    else if (key === '-' || key === '_') contents.setZoomLevel(Math.max(level - 1, -furthestStep))
    else if (key === '0') contents.setZoomLevel(0)
    else return
    event.preventDefault()
  })
}
