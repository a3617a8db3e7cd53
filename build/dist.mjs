/**
 * `npm run dist`: packages the program for this platform; arguments go to electron-builder (`--dir`, `--win`, …).
 * `--test` makes the unpacked program that the window tests drive: it alone keeps the inspect fuse.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fallbackMark } from './setup-electron.mjs'
import { setUpForWindow } from './setup.mjs'
import { root, script, tool } from './steps.mjs'

await setUpForWindow()
script('build', 'build.mjs')

const wanted = process.argv.slice(2)
const forTest = wanted.includes('--test')
const unpacked = forTest || wanted.includes('--dir')
if (existsSync(fallbackMark) && !unpacked) {
  console.error('A release is built from the official Electron only, and its download was out of reach here.')
  console.error('Package unpacked with: npm run dist -- --dir')
  process.exit(1)
}

tool('package', 'electron-builder', [
  '--config',
  'electron-builder.yml',
  '--publish',
  'never',
  // Unpacked programs are for this platform, whose Electron is here already.
  ...(unpacked ? [`-c.electronDist=${path.join(root, 'node_modules', 'electron', 'dist')}`] : []),
  ...(forTest
    ? ['--dir', '-c.directories.output=out/test-package', '-c.electronFuses.enableNodeCliInspectArguments=true']
    : wanted),
])
