import type { RouteObject } from 'react-router'
import { DuesDayPage } from './book/DuesDayPage'
import { EntryPage } from './book/EntryPage'
import { FundsPage } from './FundsPage'

export const fundRoutes: RouteObject[] = [
  { path: 'funds', element: <FundsPage /> },
  { path: 'funds/entries/:id', element: <EntryPage /> },
  { path: 'funds/dues/:day', element: <DuesDayPage /> },
]
