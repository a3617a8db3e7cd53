/**
 * Brings a fresh clone to the point where the program can be built, opened and tested. Every step is skipped when it
 * is already done, and a step that cannot succeed says which command would do it by hand.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { installElectron } from './setup-electron.mjs'
import { installSystemLibraries } from './setup-system-libraries.mjs'
import { nodeProgram, npm, root, step, stopAt, toolEnvironment } from './steps.mjs'

/**
 * Installs the locked dependencies unless this lock file was installed before.
 * @param stdout where the installation's output goes
 */
function installDependencies(stdout = 'inherit') {
  const lock = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex')
  const stamp = path.join(root, 'node_modules', '.gonghui-lock')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  // Electron is fetched by a step of its own, which knows where to look when its download is out of reach.
  step('dependencies', npm('ci'), {
    stdio: ['inherit', stdout, 'inherit'],
    env: toolEnvironment({ ELECTRON_SKIP_BINARY_DOWNLOAD: '1' }),
  })
  requireNode()
  writeFileSync(stamp, lock)
}

/** The tools need Node 22.12; an npm that was told to run no scripts leaves the project without its own. */
function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  const fits = major > 22 || (major === 22 && minor >= 12)
  if (nodeProgram() !== process.execPath || fits) return
  stopAt('Node 22.12 or newer', 'node node_modules/node/installArchSpecificPackage.js')
}

/** What a Node program of the project needs: the hub, the headless commands, the checks without a window. */
export function setUpForNode({ stdout } = {}) {
  installDependencies(stdout)
}

/** What the program with its window needs. */
export async function setUpForWindow() {
  installDependencies()
  await installElectron()
  installSystemLibraries()
}
