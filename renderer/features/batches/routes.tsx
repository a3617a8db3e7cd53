import type { RouteObject } from 'react-router'
import { BatchPage } from './BatchPage'
import { LogPage } from './LogPage'

export const batchRoutes: RouteObject[] = [
  { path: 'log', element: <LogPage /> },
  { path: 'log/:batchId', element: <BatchPage /> },
]
