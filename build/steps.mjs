/** How set-up, build and checks run their commands: under the project's own Node, without a shell in between. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '..')

const modules = path.join(root, 'node_modules')

/** The Node that came with the dependencies, for the machine's own may be too old; itself where that one is missing. */
export function nodeProgram() {
  const own = path.join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  return existsSync(own) ? own : process.execPath
}

/** The environment in which the project's own Node and tools come first. */
export function toolEnvironment(extra = {}) {
  return { ...process.env, PATH: `${path.join(modules, '.bin')}${path.delimiter}${process.env.PATH}`, ...extra }
}

/** Runs a command, given with its arguments, and shows what it says; answers whether it succeeded. */
export function attempt([command, ...args], options = {}) {
  const run = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: toolEnvironment(), ...options })
  return run.status === 0
}

/** npm itself: as the one that runs this script, or as the machine has it. */
export function npm(...args) {
  const running = process.env.npm_execpath
  if (running !== undefined && path.basename(running).startsWith('npm')) return [process.execPath, running, ...args]
  return process.platform === 'win32' ? ['cmd', '/c', 'npm', ...args] : ['npm', ...args]
}

/** The command that runs a tool of node_modules; `name` is its package, `program` its name there if it has several. */
export function tool(name, args, program = name) {
  const folder = path.join(modules, ...name.split('/'))
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  return [nodeProgram(), path.join(folder, typeof bin === 'string' ? bin : bin[program]), ...args]
}

/** The command that runs a script of this folder. */
export function script(file, ...args) {
  return [nodeProgram(), path.join('build', file), ...args]
}

/** Runs one step under its heading; when it fails, names it with the command to run by hand and ends the process. */
export function step(name, command, options = {}) {
  console.log(`\n— ${name}`)
  const start = performance.now()
  if (!attempt(command, options)) stopAt(name, command.join(' '))
  console.log(`  ${name}: ${((performance.now() - start) / 1000).toFixed(1)} s`)
}

/** Runs a step beside others; what it says is shown when it is done. */
async function quietStep([name, [command, ...args]]) {
  const start = performance.now()
  const run = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: toolEnvironment() })
  const said = []
  for (const stream of [run.stdout, run.stderr]) stream.on('data', (part) => said.push(part))
  const [status] = await once(run, 'close')
  console.log(
    `\n— ${name}\n${Buffer.concat(said).toString()}  ${name}: ${((performance.now() - start) / 1000).toFixed(1)} s`,
  )
  if (status !== 0) stopAt(name, [command, ...args].join(' '))
}

/** Runs lines of steps, each its name and its command, side by side; each tool keeps but one core busy. */
export async function sideBySide(...lines) {
  await Promise.all(
    lines.map(async (steps) => {
      for (const step of steps) await quietStep(step)
    }),
  )
}

/** Ends the process, naming the step that could not succeed and the command that would show why. */
export function stopAt(name, command) {
  console.error(`\nStopped at "${name}". Run it by hand in ${root} to see why:\n  ${command}`)
  process.exit(1)
}
