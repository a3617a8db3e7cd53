import { _electron, type ElectronApplication } from '@playwright/test'

type LaunchOptions = NonNullable<Parameters<typeof _electron.launch>[0]>

const patienceMs = 20_000

/**
 * Starts an Electron program under Playwright. Now and then the driver misses that the program is ready and waits for
 * ever; it is started anew then.
 */
export async function launch(options: LaunchOptions, attempts = 4): Promise<ElectronApplication> {
  try {
    return await _electron.launch({ ...options, timeout: patienceMs })
  } catch (error) {
    if (attempts === 1) throw error
    return launch(options, attempts - 1)
  }
}
