import type { MessagePortMain } from 'electron'
import { startBackend, type BackendProcess } from './backend-process'
import type { Host } from './host'
import { note } from './log'

/** A backend that ends so soon after its start would end again and again. */
const shortestLifeMs = 60_000

interface Watcher {
  /** The backend ended by itself and runs again, with no branch open. */
  onRestart(): void
  /** It ended again so soon that starting it once more is of no use. */
  onLost(): void
}

/** The backend of the program: started again when it ends by itself. */
export class KeptBackend {
  #process: BackendProcess
  #startedAt = 0
  #stopping = false
  readonly #dataFolder: string
  readonly #host: Host
  readonly #watcher: Watcher

  constructor(dataFolder: string, host: Host, watcher: Watcher) {
    this.#dataFolder = dataFolder
    this.#host = host
    this.#watcher = watcher
    this.#process = this.#start()
  }

  get stopping(): boolean {
    return this.#stopping
  }

  connect(): MessagePortMain {
    return this.#process.connect()
  }

  async stop(): Promise<void> {
    this.#stopping = true
    await this.#process.stop()
  }

  #start(): BackendProcess {
    const restarted = this.#startedAt !== 0
    this.#startedAt = Date.now()
    const process = startBackend(this.#dataFolder, this.#host)
    void process.ended.then((code) => {
      if (this.#stopping) return
      note('backend-ended', { code })
      if (restarted && Date.now() - this.#startedAt < shortestLifeMs) {
        this.#stopping = true
        this.#watcher.onLost()
        return
      }
      this.#process = this.#start()
      this.#watcher.onRestart()
    })
    return process
  }
}
