import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { app } from 'electron'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { BackendClient } from '../../shared/contract'
import { startBackend } from './backend-process'
import { createHost } from './host'

/**
 * `--self-test`: without a window, makes the sample branch in an empty folder and asks for its home page; ends with 0
 * when that went well. The check that a packaged program is whole.
 */
export async function runSelfTest(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gonghui-self-test-'))
  app.setPath('userData', folder)
  const host = createHost(() => {
    throw new Error('The self-test has no window')
  })
  const backend = startBackend(path.join(folder, 'records'), host)
  const port = backend.connect()
  const client: BackendClient = createORPCClient(new RPCLink({ port }))
  port.start()
  const worked = client.access
    .openSample()
    .then(() => client.home.summary())
    .then(
      () => true,
      () => false,
    )
  const passed = await Promise.race([worked, backend.ended.then(() => false)])
  await Promise.race([backend.stop(), backend.ended])
  rmSync(folder, { recursive: true, force: true })
  app.exit(passed ? 0 : 1)
}
