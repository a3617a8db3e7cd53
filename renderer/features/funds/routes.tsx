import type { RouteObject } from 'react-router'
import { FundsPage } from './FundsPage'

export const fundRoutes: RouteObject[] = [{ path: 'funds', element: <FundsPage /> }]
