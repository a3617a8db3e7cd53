import { createHashRouter } from 'react-router'
import { SettingsPage } from '../features/access/SettingsPage'
import { activityRoutes } from '../features/activities/routes'
import { batchRoutes } from '../features/batches/routes'
import { careRoutes } from '../features/care/routes'
import { duesRoutes } from '../features/dues/routes'
import { federationRoutes } from '../features/federation/routes'
import { fundRoutes } from '../features/funds/routes'
import { HomePage } from '../features/home/HomePage'
import { insightRoutes } from '../features/insights/routes'
import { memberRoutes } from '../features/members/routes'
import { officerRoutes } from '../features/officers/routes'
import { organisationRoutes } from '../features/organisation/routes'
import { reportRoutes } from '../features/reports/routes'
import { rosterRoutes } from '../features/roster/routes'
import { statisticsRoutes } from '../features/statistics/routes'
import { AppShell } from './AppShell'
import { NotFoundPage } from './NotFoundPage'
import { RouteErrorPage } from './RouteErrorPage'

/** Every page of the program; each capability brings its own. */
export function createRouter() {
  return createHashRouter([
    {
      path: '/',
      element: <AppShell />,
      children: [
        {
          errorElement: <RouteErrorPage />,
          children: [
            { index: true, element: <HomePage /> },
            ...memberRoutes,
            ...organisationRoutes,
            ...officerRoutes,
            ...rosterRoutes,
            ...reportRoutes,
            ...duesRoutes,
            ...fundRoutes,
            ...activityRoutes,
            ...careRoutes,
            ...statisticsRoutes,
            ...insightRoutes,
            ...federationRoutes,
            ...batchRoutes,
            { path: 'settings', element: <SettingsPage /> },
            { path: '*', element: <NotFoundPage /> },
          ],
        },
      ],
    },
  ])
}
