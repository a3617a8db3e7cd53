import type { RouteObject } from 'react-router'

export const federationRoutes: RouteObject[] = []
