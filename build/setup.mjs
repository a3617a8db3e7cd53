/**
 * Brings a fresh clone to the point where the program can be built and tested. Every step is skipped when it is
 * already done, and a step that cannot succeed says which command would do it by hand.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '..')

function step(name, command, args, env = {}) {
  console.log(`set-up: ${name}`)
  const run = spawnSync(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (run.status !== 0) {
    console.error(`set-up stopped at "${name}". Run it by hand to see why: ${command} ${args.join(' ')}`)
    process.exit(1)
  }
}

/** Installs the locked dependencies unless this lock file was installed before. */
export function installDependencies() {
  const lock = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex')
  const stamp = path.join(root, 'node_modules', '.gonghui-lock')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  // Electron is fetched by a step of its own, which knows where to look when its download is out of reach.
  step('dependencies', 'npm', ['ci'], { ELECTRON_SKIP_BINARY_DOWNLOAD: '1' })
  writeFileSync(stamp, lock)
}

/** Runs a tool of node_modules under the project's own Node and ends the process when the tool fails. */
export function tool(name, ...args) {
  const bin = path.join(root, 'node_modules', '.bin')
  step(name, path.join(bin, name), args, { PATH: `${bin}${path.delimiter}${process.env.PATH}` })
}
