import type { RouteObject } from 'react-router'
import { ActivityListPage } from './ActivityListPage'
import { ActivityPage } from './ActivityPage'
import { EditActivityPage } from './EditActivityPage'
import { NewActivityPage } from './NewActivityPage'

export const activityRoutes: RouteObject[] = [
  { path: 'activities', element: <ActivityListPage /> },
  { path: 'activities/new', element: <NewActivityPage /> },
  { path: 'activities/:id', element: <ActivityPage /> },
  { path: 'activities/:id/edit', element: <EditActivityPage /> },
]
