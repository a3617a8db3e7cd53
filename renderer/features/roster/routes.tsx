import type { RouteObject } from 'react-router'
import { ImportPage } from './ImportPage'
import { PastImportPage } from './PastImportPage'
import { PastImportsPage } from './PastImportsPage'
import { RosterPage } from './RosterPage'

export const rosterRoutes: RouteObject[] = [
  { path: 'roster', element: <RosterPage /> },
  { path: 'roster/imports', element: <PastImportsPage /> },
  { path: 'roster/imports/:importId', element: <PastImportPage /> },
  { path: 'roster/:importId', element: <ImportPage /> },
]
