import type { RouteObject } from 'react-router'
import { NoticePage } from './arrears/NoticePage'
import { PaySheetPage } from './bases/PaySheetPage'
import { DuesPage } from './DuesPage'
import { RegisterPaper } from './register/RegisterPaper'
import { DeductionPage } from './payroll/DeductionPage'
import { DisputePage } from './payroll/DisputePage'
import { NotePage } from './payroll/NotePage'
import { PayrollPage } from './payroll/PayrollPage'
import { StatementPage } from './payments/StatementPage'

export const duesRoutes: RouteObject[] = [
  { path: 'dues', element: <DuesPage /> },
  { path: 'dues/pay-sheet', element: <PaySheetPage /> },
  { path: 'dues/statements/:id', element: <StatementPage /> },
  { path: 'dues/arrears/papers/:paper', element: <NoticePage /> },
  { path: 'dues/register/:year', element: <RegisterPaper /> },
  { path: 'dues/payroll/:listId', element: <PayrollPage /> },
  { path: 'dues/payroll/:listId/note', element: <NotePage /> },
  { path: 'dues/deductions', element: <DeductionPage /> },
  { path: 'dues/disputes', element: <DisputePage /> },
]
