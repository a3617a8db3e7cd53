import type { RouteObject } from 'react-router'
import { DuesDayPage } from './book/DuesDayPage'
import { EntryPage } from './book/EntryPage'
import { FundsPage } from './FundsPage'
import { AuditPage } from './statements/AuditPage'
import { StatementPaper } from './statements/StatementPaper'

export const fundRoutes: RouteObject[] = [
  { path: 'funds', element: <FundsPage /> },
  { path: 'funds/entries/:id', element: <EntryPage /> },
  { path: 'funds/dues/:day', element: <DuesDayPage /> },
  { path: 'funds/statement', element: <StatementPaper /> },
  { path: 'funds/audit/:year', element: <AuditPage /> },
]
