/** How a window is opened on this machine. */

/** Chromium's own sandbox cannot start as root; the page stays in Electron's sandbox all the same. */
export function electronArguments() {
  return process.platform === 'linux' && process.getuid() === 0 ? ['--no-sandbox'] : []
}

export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)
}
