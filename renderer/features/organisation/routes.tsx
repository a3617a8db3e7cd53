import type { RouteObject } from 'react-router'
import { ArrangePage } from './ArrangePage'
import { OrganisationPage } from './OrganisationPage'

export const organisationRoutes: RouteObject[] = [
  { path: 'organisation', element: <OrganisationPage /> },
  { path: 'organisation/arrange', element: <ArrangePage /> },
]
