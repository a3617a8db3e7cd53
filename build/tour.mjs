/**
 * Opens the program where nobody can see it: the sample branch in a data folder of its own, a picture of every page
 * in `out/start/`, and the program is closed again.
 */
import electron from 'electron'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { launch } from './launch.ts'
import { root } from './steps.mjs'
import { electronArguments } from './window.mjs'

const pictures = path.join(root, 'out', 'start')
const dataFolder = mkdtempSync(path.join(tmpdir(), 'gonghui-tour-'))
mkdirSync(pictures, { recursive: true })

const program = await launch({
  executablePath: electron,
  args: [root, ...electronArguments()],
  env: { ...process.env, GONGHUI_DATA: dataFolder },
})
try {
  const page = await program.firstWindow({ timeout: 60_000 })
  const picture = (name) => page.screenshot({ path: path.join(pictures, `${name}.png`), animations: 'disabled' })
  await page.getByRole('button').first().waitFor()
  await picture('first-run')
  await page.getByRole('button', { name: '先看看示例' }).click()
  const menu = page.getByRole('navigation').getByRole('link')
  await menu.first().waitFor()
  for (const link of await menu.all()) {
    await link.click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    // Nothing is being read any more.
    await page.waitForFunction(() => document.querySelector('.ant-spin-spinning, .ant-btn-loading') === null)
    const [, name = 'home'] = /#\/(\w+)/.exec(page.url()) ?? []
    await picture(name)
  }
} finally {
  await program.close()
  rmSync(dataFolder, { recursive: true, force: true })
}
console.log('The program was opened and closed; its pages are in out/start/.')
