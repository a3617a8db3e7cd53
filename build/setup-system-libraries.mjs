/**
 * On Debian and its kin: the libraries of the system that Electron needs, a virtual display, Chinese fonts, and the
 * browser in which the hub's console is tested.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { step, stopAt, toolEnvironment } from './steps.mjs'

const packages = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libatk-bridge2.0-0',
  'libcups2',
  'libdrm2',
  'xvfb',
  'xauth',
  'fonts-noto-cjk',
  'chromium',
]

function isInstalled(name) {
  // Newer Debians and Ubuntus carry some of these under a name that ends in `t64`.
  return [name, `${name}t64`].some((candidate) => {
    const query = spawnSync('dpkg-query', ['-W', '-f=${Status}', candidate], { encoding: 'utf8' })
    return query.status === 0 && query.stdout.includes('install ok installed')
  })
}

export function installSystemLibraries() {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return
  const missing = packages.filter((name) => !isInstalled(name))
  if (missing.length === 0) return
  const install = ['apt-get', 'install', '-y', '--no-install-recommends', ...missing]
  if (process.getuid() !== 0) {
    stopAt('system libraries', `sudo apt-get update && sudo ${install.join(' ')}`)
  }
  step('list of system packages', ['apt-get', 'update'])
  step('system libraries', install, { env: toolEnvironment({ DEBIAN_FRONTEND: 'noninteractive' }) })
}
