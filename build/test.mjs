import { installDependencies, tool } from './setup.mjs'

installDependencies()
tool('vitest', 'run')
