import type { RouteObject } from 'react-router'
import { StatisticsPage } from './StatisticsPage'

export const statisticsRoutes: RouteObject[] = [{ path: 'statistics', element: <StatisticsPage /> }]
