import type { RouteObject } from 'react-router'

export const duesRoutes: RouteObject[] = []
