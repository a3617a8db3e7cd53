/** The floors of the house: imports run downwards only, and the folder tells where code may run. */
module.exports = {
  forbidden: [
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'shared-is-pure',
      comment: 'shared runs everywhere: no Node, no Electron, no React, no SQL, no other floor.',
      severity: 'error',
      from: { path: '^shared/' },
      to: {
        path: '^(electron|renderer|db|federation|build|tests)/|node_modules/(electron|react|react-dom|antd|better-sqlite3|drizzle-orm)/',
      },
    },
    {
      name: 'shared-without-node',
      severity: 'error',
      from: { path: '^shared/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'db-knows-shared-only',
      severity: 'error',
      from: { path: '^db/' },
      to: { path: '^(electron|renderer|federation|build|tests)/' },
    },
    {
      name: 'renderer-knows-shared-only',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^(electron|db|federation|build|tests)/' },
    },
    {
      name: 'renderer-without-node',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'federation-client-knows-shared-only',
      comment: 'What speaks to a hub is used by branches and by hubs below another one.',
      severity: 'error',
      from: { path: '^federation/client/' },
      to: { path: '^(electron|renderer|db|federation/(?!client/)|build|tests)' },
    },
    {
      name: 'federation-knows-shared-only',
      comment: 'Beside shared it reads and writes the same sheets as a branch, by the same readers and writers.',
      severity: 'error',
      from: { path: '^federation/' },
      to: {
        path: '^(electron|renderer|db|build|tests)/',
        pathNot: '^electron/backend/(roster/reader/|roster/read-roster\\.ts$|reports/sheet-file\\.ts$)',
      },
    },
    {
      name: 'backend-below-main',
      severity: 'error',
      from: { path: '^electron/backend/' },
      to: { path: '^(electron/main/|electron/preload|renderer/|federation/(?!client/)|build/|tests/)' },
    },
    {
      name: 'electron-in-main-and-preload-only',
      severity: 'error',
      from: {
        path: '^(electron|renderer|shared|db|federation)/',
        pathNot: '^electron/(main/|preload\\.ts$)',
      },
      to: { path: '(^|node_modules/)electron(/|$)', pathNot: '^electron/' },
    },
    {
      name: 'main-knows-shared-only',
      severity: 'error',
      from: { path: '^electron/(main/|preload)' },
      to: { path: '^(electron/backend|renderer|db|federation|build|tests)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
}
