import type { RouteObject } from 'react-router'
import { DuplicatesPage } from '../duplicates/DuplicatesPage'
import { EditMemberPage } from './EditMemberPage'
import { MemberListPage } from './MemberListPage'
import { MemberPage } from './MemberPage'
import { NewMemberPage } from './NewMemberPage'
import { TimelinePaper } from './timeline/TimelinePaper'

export const memberRoutes: RouteObject[] = [
  { path: 'members', element: <MemberListPage /> },
  { path: 'members/duplicates', element: <DuplicatesPage /> },
  { path: 'members/new', element: <NewMemberPage /> },
  { path: 'members/:id', element: <MemberPage /> },
  { path: 'members/:id/edit', element: <EditMemberPage /> },
  { path: 'members/:id/timeline', element: <TimelinePaper /> },
]
