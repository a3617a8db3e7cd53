import type { RouteObject } from 'react-router'
import { FederationPage } from './FederationPage'
import { TransferLetterPage } from './transfers/TransferLetterPage'

export const federationRoutes: RouteObject[] = [
  { path: 'federation', element: <FederationPage /> },
  { path: 'federation/letters', element: <TransferLetterPage /> },
]
