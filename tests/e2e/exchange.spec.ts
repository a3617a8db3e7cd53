import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { goTo, openTab, startBranch } from './support/acts'
import { expect, test } from './support/app'
import { startHub } from './support/hub'
import { enrolOther } from './support/other-union'

/** Fictional members. */
const people = [
  ['周示例', '110101199003078726', '2012-07-01'],
  ['吴示例', '110101199003075218', '2013-07-01'],
] as const

test('a branch without a network exchanges by stick, goes on line, and hands over a member whom another union asks for', async ({
  program,
}) => {
  test.setTimeout(180_000)
  const stick = path.join(program.dataFolder, 'stick')
  mkdirSync(stick)
  const onStick = (name: string) => path.join(stick, name)
  const unionName = '云溪机械厂工会委员会'
  await startBranch(program, { unionName, headings: ['姓名', '身份证号', '入会时间'], people })
  const { page } = program
  const hub = await startHub(path.join(program.dataFolder, 'hub'))
  try {
    await hub.inBrowser(async (console, browser) => {
      /** Presses a button of the console that hands a file out, and keeps the file. */
      async function take(button: string, name: string): Promise<string> {
        const saved = browser.evaluate(
          ({ session }, file) =>
            new Promise<void>((resolve) => {
              session.defaultSession.once('will-download', (_, item) => {
                item.setSavePath(file)
                item.once('done', () => resolve())
              })
            }),
          onStick(name),
        )
        await console.getByRole('button', { name: button }).click()
        await saved
        return onStick(name)
      }

      await console.goto(`${hub.address}/exchange`)
      const invitation = await take('生成邀请文件', 'invitation.gonghui')
      const check = await console.locator('strong.code').innerText()

      await openTab(program, '联网', 'U 盘交换')
      await page.getByLabel('读入邀请文件').setInputFiles(invitation)
      await expect(page.getByRole('dialog')).toContainText(check)
      await page.getByRole('button', { name: '核对无误，继续' }).click()
      await expect(page.getByText('下一步：插入 U 盘')).toBeVisible()

      // What is no answer is told in words, and changes nothing.
      await page.getByLabel('读入答复文件').setInputFiles(invitation)
      await expect(page.getByText('这不是工汇的交换文件')).toBeVisible()
      await page.getByRole('tab', { name: '概况' }).click()
      await expect(page.getByText('用 U 盘交换文件，没有联网')).toBeVisible()
      await page.getByRole('button', { name: '去 U 盘交换' }).click()

      const report = onStick('report.gonghui')
      await program.answerDialogs({ savePath: report })
      await page.getByRole('button', { name: '写出上报文件' }).click()
      await expect(page.getByRole('row', { name: /上报 第 1 号/ })).toContainText('等答复')
      await program.picture('exchange-report-written')
      await program.expectAccessible()

      await console.getByLabel('上报文件').setInputFiles(report)
      await console.getByRole('button', { name: '读入' }).click()
      await expect(console.getByRole('status')).toContainText('已联网。已读入')
      const answer = await take('下载答复文件', 'answer.gonghui')

      await page.getByLabel('读入答复文件').setInputFiles(answer)
      await expect(page.getByText('上级已经收下本工会')).toBeVisible()
      await expect(page.getByRole('row', { name: /上报 第 1 号/ })).toContainText('已有答复')
      await page.getByLabel('读入答复文件').setInputFiles(answer)
      await expect(page.getByText('第 1 号上报的答复已经读过')).toBeVisible()
    })

    await page.getByLabel('服务器地址').fill(hub.address)
    await page.getByRole('button', { name: '改为联网' }).click()
    await expect(page.getByRole('banner').getByText('已同步')).toBeVisible({ timeout: 30_000 })

    const other = await enrolOther(hub, '云溪纺织厂工会委员会')
    await other.claim(unionName, { name: '吴示例', idNumber: '110101199003075218' })
    await goTo(program, '联网')
    await page.getByRole('button', { name: '现在就传送' }).click()
    await goTo(program, '首页')
    await page.getByText('其他工会申请接走 1 名会员，请答复').waitFor()
    await page.getByRole('link', { name: '去答复' }).click()
    const row = page.getByRole('row', { name: /云溪纺织厂工会委员会/ })
    await expect(row).toContainText('110101********5218')
    await program.picture('transfer-claimed')
    await program.expectAccessible()
    await row.getByRole('button', { name: '同意转出', exact: true }).click()
    await expect.poll(() => other.items('transferPacket'), { timeout: 30_000 }).toHaveLength(1)
    await expect(row).toContainText('已转会', { timeout: 30_000 })
  } finally {
    await hub.stop()
  }
})
