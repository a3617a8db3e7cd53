import type { RouteObject } from 'react-router'
import { ImportPage } from './ImportPage'
import { RosterPage } from './RosterPage'

export const rosterRoutes: RouteObject[] = [
  { path: 'roster', element: <RosterPage /> },
  { path: 'roster/:importId', element: <ImportPage /> },
]
