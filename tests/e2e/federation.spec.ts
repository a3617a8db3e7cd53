import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { openSlowLine } from '../integration/federation/slow-line'
import { goTo, openTab, startBranch } from './support/acts'
import { expect, test } from './support/app'
import { startHub } from './support/hub'

const root = path.resolve(import.meta.dirname, '..', '..')

const people = Array.from({ length: 130 }, (_, index) => [
  `会员${String(index + 1).padStart(3, '0')}`,
  index % 2 === 0 ? '一车间' : '二车间',
])

/** Takes a member out of the database of a hub that is not running, as a bad restore would. */
function loseAtHub(hubFolder: string, name: string): void {
  const script = `import { PGlite } from '@electric-sql/pglite'
    const [folder, name] = process.argv.slice(1)
    const database = await PGlite.create(folder)
    const { affectedRows } = await database.query("DELETE FROM record WHERE columns->>'name' = $1", [name])
    await database.close()
    if (affectedRows !== 1) process.exitCode = 1`
  const args = ['--input-type=module', '-e', script, path.join(hubFolder, 'database'), name]
  execFileSync(process.execPath, args, { cwd: root })
}

test('a roster goes up over a slow line, is paused and goes on; what the hub lost is told, found and healed', async ({
  program,
}) => {
  test.setTimeout(4 * 60_000)
  const hubFolder = path.join(program.dataFolder, 'hub')
  await startBranch(program, { unionName: '云溪机械厂工会委员会', headings: ['姓名', '部门'], people })
  const { page } = program
  const banner = page.getByRole('banner')
  const sendNow = page.getByRole('button', { name: '现在就传送' })
  let hub = await startHub(hubFolder)
  await using line = await openSlowLine(hub.address, 48_000, 50)
  try {
    await test.step('follow how much has gone up, pause, and go on', async () => {
      await goTo(program, '联网')
      await page.getByLabel('服务器地址').fill(line.address)
      await page.getByLabel('联网码').fill(hub.code)
      await page.getByRole('button', { name: '联网', exact: true }).click()
      await expect(banner.getByText(/^已送 [\d,]+ \/ 2\d\d 条$/)).toBeVisible({ timeout: 60_000 })
      await expect(page.getByRole('progressbar')).toBeVisible()
      await page.getByRole('button', { name: '暂停传送' }).click()
      await expect(banner.getByText(/^已暂停，\d+ 条待传$/)).toBeVisible()
      await program.picture('190-paused')
      await program.expectAccessible()
      await page.getByRole('button', { name: '继续传送' }).press('Enter')
      await expect(banner.getByText('已同步')).toBeVisible({ timeout: 120_000 })
    })

    await test.step('hear in plain words that the hub is away, work on, and send once it is back', async () => {
      await hub.stop()
      loseAtHub(hubFolder, '会员007')
      await sendNow.click()
      await expect(page.getByText('连不上上级工会的服务器')).toBeVisible({ timeout: 60_000 })
      await expect(banner.getByText('离线')).toBeVisible()
      await goTo(program, '会员')
      await page.getByRole('grid').getByText('会员007').dblclick()
      await page.getByRole('button', { name: '修改', exact: true }).click()
      await page.getByLabel('联系电话').fill('13800138000')
      await page.getByRole('button', { name: '保存', exact: true }).click()
      await expect(banner.getByText('离线，1 条待传')).toBeVisible()
      hub = await startHub(hubFolder, hub.port)
      await goTo(program, '联网')
      await sendNow.click()
      await expect(banner.getByText('1 条需要处理')).toBeVisible({ timeout: 60_000 })
    })

    await test.step('find what the union above did not take, and why', async () => {
      await goTo(program, '会员')
      await page.getByRole('combobox', { name: '上报情况' }).click()
      await page.locator('.ant-select-item-option').getByText('被退回', { exact: true }).click()
      await page.keyboard.press('Escape')
      await expect(page.getByRole('grid').getByRole('row')).toHaveCount(2)
      await expect(page.getByRole('grid').getByText('会员007')).toBeVisible()
      await openTab(program, '联网', '需要处理')
      const refused = page.getByRole('row').filter({ hasText: '会员007' })
      await expect(refused).toContainText('到“名册核对”里再报一次')
      await program.picture('191-attention')
      await program.expectAccessible()
    })

    await test.step('compare the rolls, send again, and see it fade', async () => {
      const roll = page.getByRole('tab', { name: '名册核对' })
      await page.getByRole('tab', { name: '需要处理' }).focus()
      await page.keyboard.press('End')
      await page.keyboard.press('Enter')
      await expect(roll).toHaveAttribute('aria-selected', 'true')
      await page.getByRole('button', { name: '开始核对' }).click()
      await expect(page.getByText('只有本会有 1')).toBeVisible({ timeout: 60_000 })
      await program.picture('192-roll')
      await program.expectAccessible()
      await page.getByRole('button', { name: '全部再报一次' }).click()
      await page.getByRole('tooltip').getByRole('button', { name: '再报', exact: true }).click()
      await expect(banner.getByText(/需要处理/)).toHaveCount(0, { timeout: 60_000 })
      await page.getByRole('button', { name: '重新核对' }).click()
      await expect(page.getByText('两边的名册完全一致')).toBeVisible({ timeout: 60_000 })
    })

    await test.step('read all of it in the log', async () => {
      await page.getByRole('tab', { name: '传送记录' }).click()
      for (const told of ['名册核对：再报 1 人', '没有成功：连不上上级工会的服务器', '与上级联网']) {
        await expect(page.getByRole('row').filter({ hasText: told }).first()).toBeVisible()
      }
      await program.picture('193-log')
    })
  } finally {
    await hub.stop()
  }
})
