import { connect, createServer, type Socket } from 'node:net'
import { setTimeout as after } from 'node:timers/promises'
import { listenAnywhere } from './faulty-line'

/** Bytes that go over the line at once, as a packet would. */
const PACKET = 512

interface SlowLine extends AsyncDisposable {
  /** Where a branch reaches the hub over this line. */
  readonly address: string
  /** Bytes that went up, headers included. */
  readonly sent: number
}

/** One direction of a line: packets one after another at its rate, each so much later at the other end. */
class Lane {
  readonly #bytesAMs: number
  readonly #latency: number
  #freeAt = 0
  moved = 0

  constructor(bitsASecond: number, latency: number) {
    this.#bytesAMs = bitsASecond / 8_000
    this.#latency = latency
  }

  async carry(from: Socket, to: Socket): Promise<void> {
    for await (const part of from) {
      if (!Buffer.isBuffer(part)) throw new Error('A line carries bytes')
      for (let start = 0; start < part.length; start += PACKET) {
        const packet = part.subarray(start, start + PACKET)
        this.#freeAt = Math.max(this.#freeAt, performance.now()) + packet.length / this.#bytesAMs
        await after(Math.max(0, this.#freeAt - performance.now()))
        this.moved += packet.length
        setTimeout(() => to.write(packet), this.#latency)
      }
    }
    setTimeout(() => to.end(), this.#latency)
  }
}

/** A line of so many bits a second each way to a hub, with a latency in milliseconds. */
export async function openSlowLine(hubAddress: string, bitsASecond: number, latency: number): Promise<SlowLine> {
  const [up, down] = [new Lane(bitsASecond, latency), new Lane(bitsASecond, latency)]
  const open = new Set<Socket>()
  const server = createServer((branch) => {
    const hub = connect(Number(new URL(hubAddress).port), '127.0.0.1')
    for (const [end, other] of [
      [branch, hub],
      [hub, branch],
    ] as const) {
      open.add(end)
      end.on('error', () => other.destroy())
      end.on('close', () => open.delete(end))
    }
    void up.carry(branch, hub).catch(() => hub.destroy())
    void down.carry(hub, branch).catch(() => branch.destroy())
  })
  const port = await listenAnywhere(server)
  return {
    address: `http://127.0.0.1:${port}`,
    get sent() {
      return up.moved
    },
    async [Symbol.asyncDispose]() {
      for (const end of open) end.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
