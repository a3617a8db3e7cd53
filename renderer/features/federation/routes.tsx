import type { RouteObject } from 'react-router'
import { FederationPage } from './FederationPage'
import { NoticePaper } from './passing/NoticePaper'
import { RollPaper } from './roll/RollPaper'
import { TransferLetterPage } from './transfers/TransferLetterPage'

export const federationRoutes: RouteObject[] = [
  { path: 'federation', element: <FederationPage /> },
  { path: 'federation/letters', element: <TransferLetterPage /> },
  { path: 'federation/roll/:kind', element: <RollPaper /> },
  { path: 'federation/notice', element: <NoticePaper /> },
]
