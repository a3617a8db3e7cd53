import type { RouteObject } from 'react-router'
import { CommitteePage } from './committees/CommitteePage'
import { LetterPage } from './committees/LetterPage'
import { OfficersPage } from './OfficersPage'
import { ProviderPage } from './providers/ProviderPage'
import { RosterPaper } from './rosters/RosterPaper'

export const officerRoutes: RouteObject[] = [
  { path: 'officers', element: <OfficersPage /> },
  { path: 'officers/committees/:id', element: <CommitteePage /> },
  { path: 'officers/committees/:id/letters/:letter', element: <LetterPage /> },
  { path: 'officers/providers/:id', element: <ProviderPage /> },
  { path: 'officers/rosters', element: <RosterPaper /> },
]
