import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { cleanup, render, screen } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { FederationBadge } from '../../../renderer/features/federation/FederationBadge'
import { startI18n } from '../../../renderer/i18n'
import type { FederationState } from '../../../shared/contract/federation'

const { watch } = vi.hoisted(() => ({ watch: vi.fn<() => AsyncGenerator<FederationState>>() }))

vi.mock('../../../renderer/client', async () => {
  const { createTanstackQueryUtils } = await import('@orpc/tanstack-query')
  return { api: createTanstackQueryUtils({ federation: { watch: () => Promise.resolve(watch()) } }) }
})

const enrolled = {
  state: 'enrolled',
  hubName: '示例上级工会',
  address: 'https://hub.example.org',
  link: 'waiting',
  waiting: 3,
  progress: { sent: 0, total: 3, isAgain: false, secondsLeft: null },
  attention: 0,
  problem: null,
  lastContact: null,
  figures: null,
} as const satisfies FederationState

const read = vi.fn(() => Promise.resolve('read'))

function Page() {
  useQuery({ queryKey: ['other'], queryFn: read, staleTime: Infinity })
  return <FederationBadge />
}

beforeAll(() => startI18n('en'))
afterEach(cleanup)

describe('the state of the link in the header', () => {
  it('follows the stream, which a refetch of everything neither waits for nor begins anew', async () => {
    let next = (_: FederationState) => undefined as void
    watch.mockImplementation(async function* () {
      yield enrolled
      yield await new Promise<FederationState>((resolve) => (next = resolve))
      await new Promise(() => undefined)
    })
    const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
    render(
      <QueryClientProvider client={queryClient}>
        <MemoryRouter>
          <Page />
        </MemoryRouter>
      </QueryClientProvider>,
    )
    expect(await screen.findByText('3 entries waiting')).toBeTruthy()

    await queryClient.invalidateQueries()
    expect(read).toHaveBeenCalledTimes(2)
    expect(watch).toHaveBeenCalledOnce()

    next({ ...enrolled, link: 'synced', waiting: 0, progress: null })
    expect(await screen.findByText('Synced')).toBeTruthy()
  })
})
