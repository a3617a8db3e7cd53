/** How set-up, build and checks run their commands. */
import { spawnSync } from 'node:child_process'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '..')

const tools = path.join(root, 'node_modules', '.bin')

/** The environment in which the project's own Node and tools come first. */
export function toolEnvironment(extra = {}) {
  return { ...process.env, PATH: `${tools}${path.delimiter}${process.env.PATH}`, ...extra }
}

/** Runs a command and shows what it says; answers whether it succeeded. */
export function attempt(command, args, options = {}) {
  const run = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    ...options,
  })
  return run.status === 0
}

/** Runs one step; when it fails, names it with the command to run by hand and ends the process. */
export function step(name, command, args, environment = {}) {
  console.log(`— ${name}`)
  if (attempt(command, args, { env: { ...process.env, ...environment } })) return
  stopAt(name, [command, ...args].join(' '))
}

/** Ends the process, naming the step that could not succeed and the command that would show why. */
export function stopAt(name, command) {
  console.error(`Stopped at "${name}". Run it by hand to see why: ${command}`)
  process.exit(1)
}

/** Runs a tool of node_modules under the project's own Node as one step. */
export function tool(name, command, args, environment = {}) {
  step(name, path.join(tools, command), args, toolEnvironment(environment))
}

/** Runs a script of this folder under the project's own Node as one step. */
export function script(name, file, ...args) {
  tool(name, 'node', [path.join('build', file), ...args])
}
