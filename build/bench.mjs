/** `npm run bench`: sets up, builds, packages and measures; arguments choose among the files of `tests/bench`. */
import { setUpForWindow } from './setup.mjs'
import { script, step, tool } from './steps.mjs'
import { withDisplay } from './window.mjs'

await setUpForWindow()
step('build', script('build.mjs'))
step('package', script('dist.mjs', '--test'))
const wanted = process.argv.slice(2)
step('benchmarks', withDisplay(tool('vitest', ['run', '--config', 'build/bench.config.ts', ...wanted])))
