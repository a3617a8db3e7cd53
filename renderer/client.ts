import { createORPCClient, DynamicLink, type ClientContext, type ClientLink } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import type { BackendClient } from '../shared/contract'

/** The link to the backend, once the preload has handed over the port; calls made before wait for it. */
const link = new Promise<ClientLink<ClientContext>>((resolve) => {
  window.addEventListener('message', function receive({ data, source, ports: [port] }: MessageEvent<unknown>) {
    const isPort = typeof data === 'object' && data !== null && 'type' in data && data.type === 'backend-port'
    if (source !== window || !isPort || port === undefined) return
    window.removeEventListener('message', receive)
    port.start()
    resolve(new RPCLink({ port }))
  })
})

export const client: BackendClient = createORPCClient(new DynamicLink(() => link))

/** The procedures as options for TanStack Query: `useQuery(api.members.get.queryOptions({ input: { id } }))`. */
export const api = createTanstackQueryUtils(client)
