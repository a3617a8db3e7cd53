import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { RPCHandler } from '@orpc/server/message-port'
import type { HostClient } from '../../shared/contract/host'
import { createBackend, type Backend } from './create-backend'

/**
 * The backend process: the first message brings the port of the host, later ones the ports of windows. The main
 * process says when to stop.
 */
const [, , dataFolder] = process.argv
if (dataFolder === undefined) throw new Error('The data folder is missing')

let backend: Backend | null = null

process.parentPort.on('message', ({ data, ports: [port] }) => {
  switch (data) {
    case 'host': {
      if (port === undefined) throw new Error('The port of the host is missing')
      const host: HostClient = createORPCClient(new RPCLink({ port }))
      port.start()
      backend = createBackend({ dataFolder, host })
      break
    }
    case 'window': {
      if (port === undefined || backend === null) throw new Error('The port of the window came too early')
      new RPCHandler(backend.router).upgrade(port, { context: backend.context })
      port.start()
      break
    }
    case 'stop':
      void Promise.resolve(backend?.close()).then(() => process.exit(0))
      break
  }
})
