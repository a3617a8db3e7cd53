import type { RouteObject } from 'react-router'
import { MemberListPage } from './MemberListPage'

export const memberRoutes: RouteObject[] = [{ path: 'members', element: <MemberListPage /> }]
