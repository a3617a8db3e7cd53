import { RPCHandler } from '@orpc/server/message-port'
import { MessageChannelMain, utilityProcess, type MessagePortMain } from 'electron'
import path from 'node:path'
import { faultSchema } from '../../shared/model/fault'
import type { Host } from './host'
import { note } from './log'

/** One run of the process that holds the database. */
export interface BackendProcess {
  /** A new port for a window; its other end is with the backend. */
  connect(): MessagePortMain
  /** Lets the backend close its database and ends it. */
  stop(): Promise<void>
  /** Settles when the process is gone, with its exit code. */
  readonly ended: Promise<number>
}

/** Starts the backend on a data folder; what it needs from this process it is given over a port. */
export function startBackend(dataFolder: string, host: Host): BackendProcess {
  const child = utilityProcess.fork(path.join(import.meta.dirname, 'backend.js'), [dataFolder], {
    serviceName: 'gonghui-backend',
  })
  const ended = new Promise<number>((resolve) => child.once('exit', resolve))
  child.on('message', (message) => note('backend-fault', faultSchema.parse(message)))

  const { port1, port2 } = new MessageChannelMain()
  new RPCHandler(host).upgrade(port1)
  port1.start()
  child.postMessage('host', [port2])

  return {
    ended,
    connect() {
      const channel = new MessageChannelMain()
      child.postMessage('window', [channel.port2])
      return channel.port1
    },
    async stop() {
      child.postMessage('stop')
      await ended
    },
  }
}
