import type { RouteObject } from 'react-router'
import { CalendarPaper } from './CalendarPaper'
import { InsightsPage } from './InsightsPage'
import { InsightsPaper } from './InsightsPaper'
import { PeoplePage } from './PeoplePage'

export const insightRoutes: RouteObject[] = [
  { path: 'insights', element: <InsightsPage /> },
  { path: 'insights/people', element: <PeoplePage /> },
  { path: 'insights/print', element: <InsightsPaper /> },
  { path: 'insights/calendar/print', element: <CalendarPaper /> },
]
