import type { RouteObject } from 'react-router'
import { CarePage } from './CarePage'
import { ApprovalPaper } from './gifts/ApprovalPaper'
import { GiftPage } from './gifts/GiftPage'
import { SignOffPaper } from './gifts/SignOffPaper'
import { FormPage } from './hardship/FormPage'
import { HardshipFilePage } from './hardship/HardshipFilePage'
import { NoticePage } from './hardship/NoticePage'
import { RequestPage } from './requests/RequestPage'
import { RequestPaper } from './requests/RequestPaper'

export const careRoutes: RouteObject[] = [
  { path: 'care', element: <CarePage /> },
  { path: 'care/gifts/sign-off', element: <SignOffPaper /> },
  { path: 'care/gifts/:id', element: <GiftPage /> },
  { path: 'care/gifts/:id/approval', element: <ApprovalPaper /> },
  { path: 'care/hardship/:id', element: <HardshipFilePage /> },
  { path: 'care/hardship/:id/form', element: <FormPage /> },
  { path: 'care/hardship/:id/notice/:year', element: <NoticePage /> },
  { path: 'care/requests/:id', element: <RequestPage /> },
  { path: 'care/requests/:id/paper', element: <RequestPaper /> },
]
