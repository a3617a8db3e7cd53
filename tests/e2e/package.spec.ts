import { listPackage } from '@electron/asar'
import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import path from 'node:path'
import { expect, program, programArguments, test } from './support/app'

const resources =
  process.platform === 'darwin'
    ? path.join(path.dirname(program), '..', 'Resources')
    : path.join(path.dirname(program), 'resources')

function selfTest(environment: NodeJS.ProcessEnv = {}) {
  return spawnSync(program, [...programArguments, '--self-test'], { env: { ...process.env, ...environment } }).status
}

test('the packaged program opens, migrates and fills a database by itself', () => {
  expect(selfTest()).toBe(0)
})

test('the packaged program cannot be turned into a plain Node', () => {
  // As Node it would refuse the option, or run what NODE_OPTIONS asks for.
  expect(selfTest({ ELECTRON_RUN_AS_NODE: '1' })).toBe(0)
  expect(selfTest({ NODE_OPTIONS: '--require /nothing-here.js' })).toBe(0)
})

test('the package holds the bundles and one native module, nothing for development', () => {
  const files = listPackage(path.join(resources, 'app.asar'), { isPack: false })
  expect(files).toContain(path.join('/', 'dist', 'app', 'main.js'))
  expect(files.filter((file) => /\.(map|ts|tsx)$|[\\/](tests|federation|build)[\\/]/.test(file))).toEqual([])
  expect(files.filter((file) => file.endsWith('.node'))).toHaveLength(1)

  const outside = globSync('**/*', { cwd: path.join(resources, 'app.asar.unpacked'), withFileTypes: true })
  expect(outside.filter((entry) => entry.isFile()).map(({ name }) => name)).toEqual([
    `${process.platform}-${process.arch}.node`,
  ])
  expect(globSync('default_app.asar', { cwd: resources })).toEqual([])
})
