import type { RouteObject } from 'react-router'
import { NoticePage } from './arrears/NoticePage'
import { PaySheetPage } from './bases/PaySheetPage'
import { DuesPage } from './DuesPage'
import { DraftPage } from './hand-overs/DraftPage'
import { HandOverPage } from './hand-overs/HandOverPage'
import { RegisterPaper } from './register/RegisterPaper'
import { DeductionPage } from './payroll/DeductionPage'
import { DisputePage } from './payroll/DisputePage'
import { NotePage } from './payroll/NotePage'
import { PayrollPage } from './payroll/PayrollPage'
import { RuleEditorPage } from './rules/RuleEditorPage'
import { StatementPage } from './payments/StatementPage'
import { BookPaper } from './receipts/BookPaper'
import { ReceiptPaper } from './receipts/ReceiptPaper'

export const duesRoutes: RouteObject[] = [
  { path: 'dues', element: <DuesPage /> },
  { path: 'dues/pay-sheet', element: <PaySheetPage /> },
  { path: 'dues/statements/:id', element: <StatementPage /> },
  { path: 'dues/rules/new', element: <RuleEditorPage /> },
  { path: 'dues/arrears/papers/:paper', element: <NoticePage /> },
  { path: 'dues/receipts/print', element: <ReceiptPaper /> },
  { path: 'dues/receipts/book/:year', element: <BookPaper /> },
  { path: 'dues/hand-overs/drafts/:id', element: <DraftPage /> },
  { path: 'dues/hand-overs/:id', element: <HandOverPage /> },
  { path: 'dues/register/:year', element: <RegisterPaper /> },
  { path: 'dues/payroll/:listId', element: <PayrollPage /> },
  { path: 'dues/payroll/:listId/note', element: <NotePage /> },
  { path: 'dues/deductions', element: <DeductionPage /> },
  { path: 'dues/disputes', element: <DisputePage /> },
]
