import type { RouteObject } from 'react-router'
import { PaperPage } from './PaperPage'
import { ProfilePage } from './ProfilePage'
import { ReportsPage } from './ReportsPage'
import { SendPage } from './SendPage'

export const reportRoutes: RouteObject[] = [
  { path: 'reports', element: <ReportsPage /> },
  { path: 'reports/send/:profileId', element: <SendPage /> },
  { path: 'reports/profiles/:profileId', element: <ProfilePage /> },
  { path: 'reports/papers/:paper', element: <PaperPage /> },
]
