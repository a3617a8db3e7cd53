import { useRouteError } from 'react-router'
import { ErrorNotice } from '../components/ErrorNotice'

/** A page that broke while it was drawn; the menu stays usable around it. */
export function RouteErrorPage() {
  return <ErrorNotice error={useRouteError()} onRetry={() => window.location.reload()} />
}
