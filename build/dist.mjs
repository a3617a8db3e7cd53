/**
 * `npm run dist`: packages the program for this platform; arguments go to electron-builder (`--dir`, `--win`, …).
 * `--test` makes the unpacked program that the window tests drive: it alone keeps the inspect fuse.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fallbackMark } from './setup-electron.mjs'
import { setUpForWindow } from './setup.mjs'
import { root, script, step, tool } from './steps.mjs'

const electronDist = path.join('node_modules', 'electron', 'dist')
const testPackage = path.join('out', 'test-package')

/** What a package is made of: the build, the settings, and the Electron around it. */
function madeOf() {
  const hash = createHash('sha256')
  const parts = ['dist/.built-from', 'electron-builder.yml', 'package.json', 'package-lock.json', 'build/dist.mjs']
  for (const file of [...parts, path.join(electronDist, 'version')]) hash.update(readFileSync(path.join(root, file)))
  return hash.digest('hex')
}

function packageForTests() {
  const stamp = path.join(root, testPackage, '.packaged-from')
  const wanted = madeOf()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  builder('--dir', `-c.directories.output=${testPackage}`, '-c.electronFuses.enableNodeCliInspectArguments=true')
  writeFileSync(stamp, wanted)
}

function builder(...args) {
  const unpacked = args.includes('--dir')
  if (existsSync(fallbackMark) && !unpacked) {
    console.error('A release is built from the official Electron only, and its download was out of reach here.')
    console.error('Package unpacked with: npm run dist -- --dir')
    process.exit(1)
  }
  // Unpacked programs are for this platform, whose Electron is here already.
  const electron = unpacked ? [`-c.electronDist=${electronDist}`] : []
  step('electron-builder', tool('electron-builder', ['--publish', 'never', ...electron, ...args]))
}

await setUpForWindow()
step('build', script('build.mjs'))
const wanted = process.argv.slice(2)
if (wanted.includes('--test')) packageForTests()
else builder(...wanted)
