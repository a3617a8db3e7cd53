import { createORPCClient, ORPCError } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { onError } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import type { HostClient } from '../../shared/contract/host'
import { faultOf } from '../../shared/model/fault'
import { createBackend, type Backend } from './create-backend'

/**
 * The backend process: the first message brings the port of the host, later ones the ports of windows. The main
 * process says when to stop.
 */
const [, , dataFolder] = process.argv
if (dataFolder === undefined) throw new Error('The data folder is missing')

let backend: Backend | null = null

/** The main process keeps the log. */
function report(error: unknown): void {
  process.parentPort.postMessage(faultOf(error))
}

process.on('uncaughtException', (error) => {
  report(error)
  process.exit(1)
})

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
      // What the catalogue knows is told to the person; anything else is a fault of the program.
      new RPCHandler(backend.router, {
        interceptors: [onError((error) => (error instanceof ORPCError && error.defined ? undefined : report(error)))],
      }).upgrade(port, { context: backend.context })
      port.start()
      break
    }
    case 'stop':
      void Promise.resolve(backend?.close()).then(() => process.exit(0))
      break
  }
})
