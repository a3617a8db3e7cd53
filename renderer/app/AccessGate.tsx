import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { RouterProvider } from 'react-router/dom'
import { api } from '../client'
import { ErrorNotice } from '../components/ErrorNotice'
import { Loading } from '../components/Loading'
import { BranchContext } from '../features/access/branch-context'
import { FirstRunPage } from '../features/access/FirstRunPage'
import { UnlockPage } from '../features/access/UnlockPage'
import { UnusablePage } from '../features/access/UnusablePage'
import { createRouter } from './routes'

/** Shows the way in until the branch's record is open, then the program. */
export function AccessGate() {
  const access = useQuery(api.access.state.queryOptions())
  const [wasOpen, setWasOpen] = useState(false)
  if (access.data?.state === 'open' && !wasOpen) setWasOpen(true)
  if (access.isPending) return <Loading />
  if (access.isError) return <ErrorNotice error={access.error} onRetry={() => void access.refetch()} />
  switch (access.data.state) {
    case 'none':
      return <FirstRunPage systemKeyStore={access.data.systemKeyStore} />
    case 'locked':
      return <UnlockPage state={access.data} automatic={!wasOpen} />
    case 'unusable':
      return <UnusablePage reason={access.data.reason} />
    case 'open':
      return (
        <BranchContext value={access.data}>
          <OpenBranch />
        </BranchContext>
      )
  }
}

function OpenBranch() {
  const [router] = useState(createRouter)
  return <RouterProvider router={router} />
}
