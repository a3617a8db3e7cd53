/** `npm test`: sets up what is missing and runs every check, the cheap ones first; the first failure ends it. */
import { setUpForWindow } from './setup.mjs'
import { script, sideBySide, step, tool } from './steps.mjs'
import { withDisplay } from './window.mjs'

const floors = ['electron', 'renderer', 'shared', 'db', 'federation', 'tests']

await setUpForWindow()
await sideBySide(
  [
    ['types', tool('typescript', ['-p', '.'], 'tsc')],
    ['format', tool('prettier', ['--check', '--log-level', 'warn', '.'])],
    ['import rules', tool('dependency-cruiser', ['--config', 'build/dependency-cruiser.cjs', ...floors], 'depcruise')],
  ],
  [['lint', tool('eslint', ['--config', 'build/eslint.config.mjs', '.'])]],
)
step('build', script('build.mjs'))
step('unit, integration and fault tests', tool('vitest', ['run', '--config', 'build/vitest.config.ts']))
step('package', script('dist.mjs', '--test'))
const windowTests = tool('@playwright/test', ['test', '--config', 'build/playwright.config.ts'], 'playwright')
step('tests of the packaged window', withDisplay(windowTests))
console.log('\nEvery check passed.')
