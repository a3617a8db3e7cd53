/** `npm test`: sets up what is missing and runs every check, the cheap ones first. */
import { setUpForWindow } from './setup.mjs'
import { attempt, script, stopAt, tool, toolEnvironment } from './steps.mjs'
import { hasDisplay } from './window.mjs'

await setUpForWindow()
tool('types', 'tsc', ['-p', '.'])
tool('format', 'prettier', ['--check', '.', '--ignore-path', '.gitignore', '--ignore-path', 'build/prettierignore'])
tool('lint', 'eslint', ['--config', 'build/eslint.config.mjs', '.'])
tool('import rules', 'depcruise', [
  '--config',
  'build/dependency-cruiser.cjs',
  'electron',
  'renderer',
  'shared',
  'db',
  'federation',
])
script('build', 'build.mjs')
tool('unit and integration', 'vitest', ['run', '--config', 'build/vitest.config.ts'])
script('package', 'dist.mjs', '--test')
console.log('— the real window')
const display = hasDisplay() ? [] : ['xvfb-run', '--auto-servernum', '--server-args=-screen 0 1600x1000x24']
const [command, ...args] = [...display, 'playwright', 'test', '--config', 'build/playwright.config.ts']
if (!attempt(command, args, { env: toolEnvironment() })) stopAt('the real window', 'npm test')
