import type { RouteObject } from 'react-router'
import { activityPeopleRoutes } from './people/routes'
import { ActivityListPage } from './plan/ActivityListPage'
import { ActivityPage } from './plan/ActivityPage'
import { EditActivityPage } from './plan/EditActivityPage'
import { NewActivityPage } from './plan/NewActivityPage'

export const activityRoutes: RouteObject[] = [
  { path: 'activities', element: <ActivityListPage /> },
  { path: 'activities/new', element: <NewActivityPage /> },
  { path: 'activities/:id', element: <ActivityPage /> },
  { path: 'activities/:id/edit', element: <EditActivityPage /> },
  ...activityPeopleRoutes,
]
