import type { Page } from '@playwright/test'
import path from 'node:path'
import { goTo, openTab, startBranch } from './support/acts'
import { expect, screenPath, test, type Program } from './support/app'
import { startHub } from './support/hub'

/** Fictional members of a small branch. */
const people = [
  ['周示例', '13800138001', '一车间'],
  ['吴示例', '13800138002', '一车间'],
] as const

const union = '云溪机械厂工会委员会'
const reason = '与登记表核对'

/** The union above corrects one field of a member, found by the name. */
async function correct(console: Page, name: string, field: string, value: string) {
  await console.getByRole('link', { name: '更正', exact: true }).click()
  await console.getByLabel('会员姓名').fill(name)
  await console.getByRole('button', { name: '查找' }).click()
  await expect(console.getByRole('heading', { name: `更正：${name}` })).toBeVisible()
  await console.getByLabel(field, { exact: true }).fill(value)
  await console.getByLabel('原因').fill(reason)
  await console.screenshot({ path: screenPath(`181-correct-${name}`) })
  await console.getByRole('button', { name: '更正并下发' }).click()
  await expect(console.getByRole('row', { name: new RegExp(field) }).first()).toContainText('待下发')
}

async function askForFile(console: Page) {
  await console.getByRole('link', { name: '下发通知', exact: true }).click()
  await console.getByLabel('标题').fill('报送花名册')
  await console.getByLabel('内容').fill('请交盖章的花名册扫描件')
  await console.getByLabel('要求').selectOption({ label: '报送文件' })
  await console.getByRole('button', { name: '下发' }).click()
  await expect(console.getByRole('link', { name: '报送花名册' })).toBeVisible()
}

/** Exchanges now, and waits until all is sent. */
async function send(program: Program) {
  await openTab(program, '联网', '概况')
  await program.page.getByRole('button', { name: '现在就传送' }).click()
  await expect(program.page.getByRole('banner').getByText('已同步')).toBeVisible({ timeout: 60_000 })
}

async function openMember(program: Program, name: string) {
  await goTo(program, '会员')
  await program.page.getByRole('grid').getByText(name).dblclick()
  await expect(program.page.getByRole('heading', { level: 1, name: new RegExp(name) })).toBeVisible()
}

/** A small PDF by what it begins with. */
const content = Buffer.from(`%PDF-1.4\n${'花名册 '.repeat(50_000)}`)

test('the union above and the branch change the same member; a directive is answered with a file', async ({
  program,
}) => {
  test.setTimeout(5 * 60_000)
  await startBranch(program, { unionName: union, headings: ['姓名', '联系电话', '部门'], people })
  const { page } = program
  await program.answerDialogs({ confirm: true })
  const hub = await startHub(path.join(program.dataFolder, 'hub'))
  try {
    await goTo(program, '联网')
    await page.getByLabel('服务器地址').fill(hub.address)
    await page.getByLabel('联网码').fill(hub.code)
    await page.getByRole('button', { name: '联网', exact: true }).click()
    await expect(page.getByRole('banner').getByText('已同步')).toBeVisible({ timeout: 60_000 })
    // Nothing goes or comes before both have changed the same.
    await page.getByText('只在我按“现在就传送”时传').click()
    await page.getByRole('button', { name: '保存设置' }).click()
    await expect(page.getByRole('button', { name: '保存设置' })).toBeHidden()
    await hub.inBrowser(async (console) => {
      await correct(console, '周示例', '移动电话', '13900139001')
      await correct(console, '吴示例', '部门', '二车间')
      await askForFile(console)

      await test.step('the secretary changes the same phone, and hears of it on the home page', async () => {
        await openMember(program, '周示例')
        await page.getByRole('button', { name: '修改', exact: true }).click()
        await page.getByRole('group', { name: '联系电话', exact: true }).getByRole('button').click()
        await page.getByRole('textbox', { name: '联系电话', exact: true }).fill('13700137001')
        await page.getByRole('button', { name: '保存', exact: true }).click()
        await expect(page.getByRole('heading', { level: 1, name: /周示例/ })).toBeVisible()
        await send(program)
        await expect(page.getByRole('banner').getByText('1 条需要处理')).toBeVisible()
        await openMember(program, '周示例')
        await expect(page.getByRole('link', { name: '1 处与上级不同' })).toBeVisible()
        await goTo(program, '首页')
        await expect(page.getByText('1 条记录与上级的内容不同，请选择以哪一个为准')).toBeVisible()
        await expect(page.getByText('答复上级通知“报送花名册”')).toBeVisible()
        await program.picture('182-home-conflict')
        await page.getByRole('link', { name: '去选择' }).click()
      })

      const card = page.getByRole('article', { name: '周示例' })
      await test.step('chooses field by field, undoes it, and chooses anew', async () => {
        await expect(card).toContainText('您今天把周示例的联系电话改成 137****7001，云溪市总工会今天改成 139****9001。')
        await expect(card).toContainText(`更正原因：${reason}`)
        await program.picture('183-conflict')
        await program.expectAccessible()
        await card.getByRole('radiogroup', { name: '联系电话以哪个为准' }).getByText('上级的', { exact: true }).click()
        await card.getByRole('button', { name: '按所选处理' }).click()
        await expect(page.getByText('没有需要选择的')).toBeVisible()
        await page
          .getByText('已处理 1 条')
          .locator('xpath=ancestor::*[@role="alert"][1]')
          .getByRole('button', { name: '撤销' })
          .click()
        await expect(card).toBeVisible()
        await card.getByRole('button', { name: '用您的' }).click()
        await expect(page.getByText('没有需要选择的')).toBeVisible()
        await page.getByText('已处理', { exact: true }).click()
        await expect(card.getByRole('link', { name: '查看这次处理，可撤销' })).toBeVisible()
        await program.picture('184-conflict-settled')
        await send(program)
      })

      await test.step('sees in the history what was corrected, by whom and why', async () => {
        await openMember(program, '吴示例')
        await page.getByRole('tab', { name: '修改记录' }).click()
        await expect(page.getByRole('link', { name: `上级更正：云溪市总工会：${reason}` })).toBeVisible()
        await expect(page.getByText('上级工会', { exact: true })).toBeVisible()
        await program.picture('185-corrected-history')
      })

      await test.step('answers the directive with a file', async () => {
        await openTab(program, '联网', '概况')
        await page.getByRole('button', { name: '答复', exact: true }).click()
        const dialog = page.getByRole('dialog', { name: '报送花名册' })
        await dialog.locator('input[type=file]').setInputFiles({
          name: '花名册.pdf',
          mimeType: 'application/pdf',
          buffer: content,
        })
        await expect(dialog.getByText('花名册.pdf')).toBeVisible()
        await program.picture('186-answer-file')
        await program.expectAccessible()
        await dialog.getByRole('button', { name: '答复', exact: true }).click()
        await expect(page.getByText('文件等待上传')).toBeVisible()
        await page.getByRole('button', { name: '现在就传送' }).click()
        await expect(page.getByText('文件上级已收到')).toBeVisible({ timeout: 60_000 })
        await program.picture('187-answered')
      })

      await test.step('the hub has the chosen value, and the file byte for byte', async () => {
        await console.getByRole('link', { name: '更正', exact: true }).click()
        await expect(console.getByRole('row', { name: /部门/ })).toContainText('已采用')
        await console.screenshot({ path: screenPath('188-corrections') })
        await console.getByLabel('会员姓名').fill('周示例')
        await console.getByRole('button', { name: '查找' }).click()
        await expect(console.getByText('现在是 137****7001')).toBeVisible()
        await console.getByRole('link', { name: '下发通知', exact: true }).click()
        await console.getByRole('link', { name: '报送花名册' }).click()
        const link = console.getByRole('link', { name: /花名册\.pdf/ })
        await console.screenshot({ path: screenPath('189-directive-answers') })
        const cookies = await console.context().cookies()
        const answer = await fetch(`${hub.address}${(await link.getAttribute('href')) ?? ''}`, {
          headers: { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') },
        })
        expect(Buffer.from(await answer.arrayBuffer()).equals(content)).toBe(true)
      })
    })
  } finally {
    await hub.stop()
  }
})
