/**
 * Opens the program in the folder given on the command line, as the default app of an official Electron does; the
 * files from the registry package come without one.
 */
import { app } from 'electron'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const folder = path.resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.')
const { main, productName, version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
app.setName(productName)
app.setVersion(version)
app.setAppPath(folder)
await import(pathToFileURL(path.join(folder, main)))
