/**
 * `node build/generate-migration.mjs <name>` writes the SQL that leads from the last migration to `db/schema`, made
 * STRICT, so that SQLite holds what the types say; `--custom` gives an empty file for what drizzle cannot say. Read it
 * before committing: a migration that was released is never changed again.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root, step, tool } from './steps.mjs'

const folder = path.join(root, 'db', 'migrations')
const [name, ...options] = process.argv.slice(2)
if (name === undefined) throw new Error('Which name shall the migration have?')
const sqlFiles = () => readdirSync(folder).filter((file) => file.endsWith('.sql'))
const known = new Set(sqlFiles())
step('migration', tool('drizzle-kit', ['generate', '--config', 'build/drizzle.config.ts', '--name', name, ...options]))

for (const file of sqlFiles().filter((found) => !known.has(found))) {
  const made = path.join(folder, file)
  writeFileSync(made, readFileSync(made, 'utf8').replaceAll(/\n\);/g, '\n) STRICT;'))
}
