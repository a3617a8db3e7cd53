/** A thread that asks the one that started it for an answer every 10 ms, and at the end tells how long each took. */
import { parentPort } from 'node:worker_threads'

const EVERY_MS = 10
const sentAt = []
const waited = []

const timer = setInterval(() => {
  sentAt.push(performance.now())
  parentPort.postMessage('ping')
}, EVERY_MS)

parentPort.on('message', (message) => {
  if (message === 'pong') {
    waited.push(performance.now() - sentAt[waited.length])
    return
  }
  clearInterval(timer)
  parentPort.postMessage(waited)
  parentPort.close()
})
