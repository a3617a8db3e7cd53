import type { RouteObject } from 'react-router'
import { activityPeopleRoutes } from './people/routes'
import { ApprovalPaper } from './approval/ApprovalPaper'
import { ActivityListPage } from './plan/ActivityListPage'
import { ActivityPage } from './plan/ActivityPage'
import { EditActivityPage } from './plan/EditActivityPage'
import { NewActivityPage } from './plan/NewActivityPage'
import { RecordPaper } from './settlement/RecordPaper'

export const activityRoutes: RouteObject[] = [
  { path: 'activities', element: <ActivityListPage /> },
  { path: 'activities/new', element: <NewActivityPage /> },
  { path: 'activities/:id', element: <ActivityPage /> },
  { path: 'activities/:id/edit', element: <EditActivityPage /> },
  ...activityPeopleRoutes,
  { path: 'activities/:id/approval', element: <ApprovalPaper /> },
  { path: 'activities/:id/record', element: <RecordPaper /> },
]
