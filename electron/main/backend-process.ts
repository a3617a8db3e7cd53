import { RPCHandler } from '@orpc/server/message-port'
import { MessageChannelMain, utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron'
import { once } from 'node:events'
import path from 'node:path'
import { host } from './host'

/** The process that holds the database. When it dies by itself it is started again, and the window loads anew. */
export class BackendProcess {
  stopped = false
  #child: UtilityProcess
  #restarted: () => void = () => undefined
  readonly #dataFolder: string

  constructor(dataFolder: string) {
    this.#dataFolder = dataFolder
    this.#child = this.#start()
  }

  /** A new port for a window; its other end is with the backend. */
  connect(): MessagePortMain {
    const { port1, port2 } = new MessageChannelMain()
    this.#child.postMessage('window', [port2])
    return port1
  }

  onRestart(restarted: () => void): void {
    this.#restarted = restarted
  }

  /** Lets the backend close its database and ends it. */
  async stop(): Promise<void> {
    this.stopped = true
    const ended = once(this.#child, 'exit')
    this.#child.postMessage('stop')
    await ended
  }

  #start(): UtilityProcess {
    const child = utilityProcess.fork(path.join(import.meta.dirname, 'backend.js'), [this.#dataFolder], {
      serviceName: 'gonghui-backend',
    })
    const { port1, port2 } = new MessageChannelMain()
    new RPCHandler(host).upgrade(port1)
    port1.start()
    child.postMessage('host', [port2])
    child.once('exit', () => {
      if (this.stopped) return
      this.#child = this.#start()
      this.#restarted()
    })
    return child
  }
}
