import { rmSync } from 'node:fs'
import path from 'node:path'

/** The default app is for development only; a packaged program opens nothing but itself. */
export default function afterPack({ appOutDir }) {
  rmSync(path.join(appOutDir, 'resources', 'default_app.asar'), { force: true })
}
