import { defineConfig } from 'drizzle-kit'

/** For `node build/generate-migration.mjs <name>`: the SQL that leads from the last migration to `db/schema`. */
export default defineConfig({ dialect: 'sqlite', schema: './db/schema/index.ts', out: './db/migrations' })
