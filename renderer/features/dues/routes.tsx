import type { RouteObject } from 'react-router'
import { DuesPage } from './DuesPage'

export const duesRoutes: RouteObject[] = [{ path: 'dues', element: <DuesPage /> }]
