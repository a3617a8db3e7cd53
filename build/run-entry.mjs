/**
 * Runs a Node entry of the sources, given with its arguments. It is bundled into a folder of its own, so that commands
 * that run at the same time do not meet.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { root } from './steps.mjs'

const [entry = '', ...args] = process.argv.slice(2)
const out = path.join(root, 'out', 'entries')
mkdirSync(out, { recursive: true })
const folder = mkdtempSync(path.join(out, 'run-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1))

await build({
  root,
  configFile: false,
  logLevel: 'silent',
  build: {
    ssr: path.join(root, entry),
    outDir: folder,
    target: 'node22',
    rolldownOptions: { output: { entryFileNames: 'entry.mjs', chunkFileNames: '[name]-[hash].mjs' } },
  },
})
process.argv = [process.argv[0] ?? '', entry, ...args]
await import(pathToFileURL(path.join(folder, 'entry.mjs')).href)
