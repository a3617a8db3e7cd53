import type { RouteObject } from 'react-router'
import { NoticePage } from './arrears/NoticePage'
import { PaySheetPage } from './bases/PaySheetPage'
import { DuesPage } from './DuesPage'
import { RegisterPaper } from './register/RegisterPaper'
import { StatementPage } from './payments/StatementPage'

export const duesRoutes: RouteObject[] = [
  { path: 'dues', element: <DuesPage /> },
  { path: 'dues/pay-sheet', element: <PaySheetPage /> },
  { path: 'dues/statements/:memberId', element: <StatementPage /> },
  { path: 'dues/arrears/papers/:paper', element: <NoticePage /> },
  { path: 'dues/register/:year', element: <RegisterPaper /> },
]
