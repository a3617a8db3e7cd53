/**
 * Has Electron's program in `node_modules/electron/dist`: one already there, the official download (the mirror
 * variables of @electron/get are honoured), or, for development and tests on linux-x64 with glibc where the download
 * is out of reach, the same version's files inside a package of the registry.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { spawnSync } from 'node:child_process'
import { attempt, nodeProgram, npm, root, stopAt, toolEnvironment } from './steps.mjs'

const electron = path.join(root, 'node_modules', 'electron')
const dist = path.join(electron, 'dist')

/** Marks files that came from the registry package; a release is never built from them. */
export const fallbackMark = path.join(dist, 'from-registry-package')

const fallback = {
  name: '@circadio/milton-linux-x64@0.1.5',
  electron: '41.3.0',
  program: 'Milton',
  integrity: 'sha512-7wwNzk/FGpznHFGnY/O5gZ/bnmLocilf2sn+w0U+2Fsyf0wEK0Vr94kk8kdwP2GGq60C/4C2BeKa/w7zhhpsYw==',
}

/** How long the official download may take, and how long its server may keep silent before it counts as out of reach. */
const downloadPatience = 10 * 60 * 1000
const answerPatience = 15 * 1000

function version() {
  return JSON.parse(readFileSync(path.join(electron, 'package.json'), 'utf8')).version
}

function isInstalled() {
  const place = path.join(electron, 'path.txt')
  const mark = path.join(dist, 'version')
  return (
    existsSync(place) &&
    existsSync(mark) &&
    readFileSync(mark, 'utf8').replace(/^v/, '').trim() === version() &&
    existsSync(path.join(dist, readFileSync(place, 'utf8')))
  )
}

function fallbackFits() {
  const isGlibc = process.report.getReport().header.glibcVersionRuntime !== undefined
  return process.platform === 'linux' && process.arch === 'x64' && isGlibc && version() === fallback.electron
}

/** Whether the server of the official download, or its mirror, answers; behind some walls a request only hangs. */
function downloadAnswers() {
  const mirror =
    process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? 'https://github.com/electron/electron/'
  const ask = `await fetch(${JSON.stringify(mirror)}, { method: 'HEAD', signal: AbortSignal.timeout(${answerPatience}) })`
  return attempt([nodeProgram(), '--input-type=module', '--eval', ask], {
    env: toolEnvironment({ NODE_USE_ENV_PROXY: '1' }),
    stdio: 'ignore',
  })
}

function download() {
  return attempt([nodeProgram(), path.join(electron, 'install.js')], {
    env: toolEnvironment({ ELECTRON_SKIP_BINARY_DOWNLOAD: '' }),
    stdio: 'ignore',
    timeout: downloadPatience,
  })
}

async function installFromRegistry() {
  const folder = mkdtempSync(path.join(electron, 'package-'))
  try {
    const [command, ...args] = npm('pack', fallback.name, '--silent', '--pack-destination', folder)
    const pack = spawnSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
    if (pack.status !== 0) stopAt('Electron from the registry', `npm pack ${fallback.name}`)
    const archive = path.join(folder, pack.stdout.trim().split('\n').at(-1))
    const digest = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`
    if (digest !== fallback.integrity)
      stopAt('Electron from the registry: not the file expected', `npm pack ${fallback.name}`)
    if (!attempt(['tar', '-xzf', archive, '-C', folder, '--exclude=package/app/resources', 'package/app'])) {
      stopAt('Electron from the registry', `tar -xzf ${archive}`)
    }
    rmSync(dist, { recursive: true, force: true })
    renameSync(path.join(folder, 'package', 'app'), dist)
    renameSync(path.join(dist, fallback.program), path.join(dist, 'electron'))
    // Present only once the dependencies are.
    const { createPackage } = await import('@electron/asar')
    const defaultApp = path.join(import.meta.dirname, 'default-app')
    await createPackage(defaultApp, path.join(dist, 'resources', 'default_app.asar'))
    writeFileSync(path.join(dist, 'version'), version())
    writeFileSync(path.join(electron, 'path.txt'), 'electron')
    writeFileSync(fallbackMark, `${fallback.name}\n`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export async function installElectron() {
  if (isInstalled()) return
  console.log('\n— Electron')
  if (downloadAnswers() && download() && isInstalled()) return
  if (!fallbackFits()) stopAt('Electron', `node ${path.relative(root, path.join(electron, 'install.js'))}`)
  console.log('  The official download is out of reach; taking the same version from the package registry.')
  await installFromRegistry()
}
