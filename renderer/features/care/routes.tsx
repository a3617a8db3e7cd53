import type { RouteObject } from 'react-router'
import { CarePage } from './CarePage'

export const careRoutes: RouteObject[] = [{ path: 'care', element: <CarePage /> }]
