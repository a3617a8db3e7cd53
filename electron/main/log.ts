import { app } from 'electron'
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'

const sizeLimit = 1024 * 1024

/**
 * Notes in `logs/gonghui.log` of the data folder what happened to the program itself: names of events, codes, places
 * in its files. Nothing that was recorded in it, and no error's message, is ever written here.
 */
export function note(event: string, facts: Readonly<Record<string, unknown>> = {}): void {
  const file = path.join(app.getPath('userData'), 'logs', 'gonghui.log')
  try {
    mkdirSync(path.dirname(file), { recursive: true })
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > sizeLimit) renameSync(file, `${file}.1`)
    appendFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), event, ...facts })}\n`)
  } catch {
    // A full disk must not stop the program from closing its database; the log is the least of it.
  }
}
