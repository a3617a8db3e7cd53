import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { app } from 'electron'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { BackendClient } from '../../shared/contract'
import { BackendProcess } from './backend-process'

/**
 * `--self-test`: without a window, makes the sample branch in an empty folder and asks for its home page; ends with 0
 * when that went well. The check that a packaged program is whole.
 */
export async function runSelfTest(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gonghui-self-test-'))
  const backend = new BackendProcess(folder)
  const port = backend.connect()
  const client: BackendClient = createORPCClient(new RPCLink({ port }))
  port.start()
  const passed = await client.access
    .openSample()
    .then(() => client.home.summary())
    .then(
      () => true,
      () => false,
    )
  await backend.stop()
  rmSync(folder, { recursive: true, force: true })
  app.exit(passed ? 0 : 1)
}
