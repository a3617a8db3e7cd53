/** Builds the program and the hub into `dist/`; skipped when nothing they are made of has changed. */
import react from '@vitejs/plugin-react'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'vite'
import { root } from './steps.mjs'

const dist = path.join(root, 'dist')
const stamp = path.join(dist, '.built-from')

/** Hash over every file that the build reads. */
function sources() {
  const files = globSync(['{electron,renderer,shared,db,federation}/**/*.*', 'build/build.mjs', 'package-lock.json'], {
    cwd: root,
  })
  const hash = createHash('sha256')
  for (const file of files.sort()) hash.update(file).update(readFileSync(path.join(root, file)))
  return hash.digest('hex')
}

/** What every build shares: no config file is looked for, and nothing of the machine gets in. */
const common = { root, configFile: false, logLevel: 'warn', define: { 'process.env.NODE_ENV': '"production"' } }

/** Bundles entries for Node or Electron; what is native or part of the host stays outside. */
function node(outDir, entries, { external = [], format = 'es' } = {}) {
  return build({
    ...common,
    ssr: { noExternal: true, external: ['electron', 'better-sqlite3', ...external], target: 'node' },
    build: {
      ssr: true,
      outDir: path.join(dist, outDir),
      emptyOutDir: false,
      target: 'node22',
      sourcemap: false,
      rolldownOptions: {
        input: entries,
        external: ['electron', 'better-sqlite3', ...external],
        output: {
          format,
          entryFileNames: format === 'es' ? '[name].js' : '[name].cjs',
          chunkFileNames: 'chunks/[name]-[hash].js',
        },
      },
    },
  })
}

async function buildAll() {
  rmSync(dist, { recursive: true, force: true })
  await build({
    ...common,
    root: path.join(root, 'renderer'),
    base: './',
    plugins: [react()],
    build: {
      outDir: path.join(dist, 'app', 'renderer'),
      emptyOutDir: true,
      target: 'chrome146',
      chunkSizeWarningLimit: 4000,
    },
  })
  await node('app', { preload: path.join(root, 'electron/preload.ts') }, { format: 'cjs' })
  await node('app', {
    main: path.join(root, 'electron/main/main.ts'),
    backend: path.join(root, 'electron/backend/main.ts'),
    'reader-worker': path.join(root, 'electron/backend/roster/reader-worker.ts'),
  })
  await node(
    'hub',
    {
      main: path.join(root, 'federation/main.ts'),
      'reader-worker': path.join(root, 'electron/backend/roster/reader-worker.ts'),
    },
    { external: ['@electric-sql/pglite', 'pg'] },
  )
}

const wanted = sources()
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  await buildAll()
  writeFileSync(stamp, wanted)
}
