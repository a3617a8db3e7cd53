import type { RouteObject } from 'react-router'
import { EditMemberPage } from './EditMemberPage'
import { MemberListPage } from './MemberListPage'
import { MemberPage } from './MemberPage'
import { NewMemberPage } from './NewMemberPage'

export const memberRoutes: RouteObject[] = [
  { path: 'members', element: <MemberListPage /> },
  { path: 'members/new', element: <NewMemberPage /> },
  { path: 'members/:id', element: <MemberPage /> },
  { path: 'members/:id/edit', element: <EditMemberPage /> },
]
