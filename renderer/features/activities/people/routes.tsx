import type { RouteObject } from 'react-router'
import { FindPeoplePage } from './FindPeoplePage'
import { SatisfactionPage } from './SatisfactionPage'
import { ScanPage } from './ScanPage'

export const activityPeopleRoutes: RouteObject[] = [
  { path: 'activities/:id/sign-up', element: <FindPeoplePage key="signUp" purpose="signUp" /> },
  { path: 'activities/:id/attendance', element: <FindPeoplePage key="attendance" purpose="attendance" /> },
  { path: 'activities/:id/answers', element: <FindPeoplePage key="answers" purpose="answers" /> },
  { path: 'activities/:id/sign-in', element: <ScanPage /> },
  { path: 'activities/:id/satisfaction', element: <SatisfactionPage /> },
]
