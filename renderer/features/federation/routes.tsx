import type { RouteObject } from 'react-router'
import { FederationPage } from './FederationPage'

export const federationRoutes: RouteObject[] = [{ path: 'federation', element: <FederationPage /> }]
