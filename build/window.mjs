/** How a window is opened on this machine. */

/** Chromium's own sandbox cannot start as root; the page stays in Electron's sandbox all the same. */
export function electronArguments() {
  return process.platform === 'linux' && process.getuid() === 0 ? ['--no-sandbox'] : []
}

export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)
}

/** The command that runs another one where it finds a display, a virtual one if need be. */
export function withDisplay(command) {
  if (hasDisplay()) return command
  return ['xvfb-run', '--auto-servernum', '--server-args=-screen 0 1600x1000x24', ...command]
}
