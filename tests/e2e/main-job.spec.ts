import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, screenPath, test, type Program } from './support/app'
import { startHub } from './support/hub'

const rosters = path.resolve(import.meta.dirname, '..', 'fixtures', 'rosters')
const passphrase = '青山绿水-1953-机械厂'

/** Opens a page of the main menu. */
async function goTo({ page }: Program, name: string) {
  await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

/** Reads a roster, keeps the columns found, and stops at the preview. */
async function preview(program: Program, file: string) {
  await goTo(program, '导入花名册')
  await program.page.locator('input[type=file]').setInputFiles(path.join(rosters, file))
  await expect(program.page.getByRole('button', { name: '下一步' })).toBeVisible()
}

/** Goes on to the preview, over the questions where there are any, which may stay open. */
async function toPreview({ page }: Program) {
  const [next, grid] = [page.getByRole('button', { name: '下一步' }), page.getByRole('grid', { name: '预览' })]
  await next.click()
  await expect(grid.or(page.getByText('每种写法只问一次'))).toBeVisible()
  if (!(await grid.isVisible())) await next.click()
  await expect(grid).toBeVisible()
}

async function commit(program: Program) {
  const { page } = program
  await toPreview(program)
  await page.getByRole('button', { name: /^写入/ }).click()
  await expect(page.getByText('导入完成')).toBeVisible()
}

test('the whole job of a branch secretary, from an empty PC to a synced branch', async ({ program }) => {
  test.setTimeout(15 * 60_000)
  const hubFolder = path.join(program.dataFolder, 'hub')
  let page = await program.open()

  await test.step('create the branch, print the recovery code', async () => {
    await program.picture('01-first-run')
    await program.expectAccessible()
    await page.getByRole('button', { name: '建立本会的记录' }).click()
    await page.getByLabel('工会名称').fill('云溪机械厂工会委员会')
    await page.getByLabel(/统一社会信用代码/).fill('81330000724538949K')
    await expect(page.getByText('代码不对，请对照证书逐位核对')).toBeVisible()
    await page.getByLabel(/统一社会信用代码/).fill('81330000724538949J')
    await expect(page.getByText('代码正确')).toBeVisible()
    await page.getByLabel(/上级工会/).fill('云溪市总工会')
    await program.picture('02-create-branch')
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByLabel('新密码').fill('12345678')
    await program.picture('03-weak-passphrase')
    await page.getByLabel('新密码').fill(passphrase)
    await page.getByLabel('再输一次').fill(passphrase)
    await page.getByRole('button', { name: '建立' }).click()
    await expect(page.getByRole('heading', { name: '恢复码' })).toBeVisible()
    await program.picture('04-recovery-code')
    await program.expectAccessible()
    await page.getByLabel('我已经打印或抄写，并妥善保管').check()
    await page.getByRole('button', { name: '进入' }).click()
    await expect(page.getByText('今天要做的事')).toBeVisible()
    await program.picture('05-home-empty')
  })

  await test.step('a later run unlocks; a wrong passphrase is told', async () => {
    await program.close()
    page = await program.open()
    await page.getByRole('textbox', { name: '密码' }).fill('不是这个')
    await page.getByRole('button', { name: '打开', exact: true }).click()
    await expect(page.getByRole('alert')).toContainText('还可以试 4 次')
    await program.picture('06-unlock')
    await program.expectAccessible()
    await page.getByRole('textbox', { name: '密码' }).fill(passphrase)
    await page.getByRole('button', { name: '打开', exact: true }).click()
    await expect(page.getByText('今天要做的事')).toBeVisible()
  })

  await test.step('import the clean template, see its columns and preview, commit, undo, commit again', async () => {
    await preview(program, '01-provincial-template.xlsx')
    await program.picture('10-roster-columns')
    await program.expectAccessible()
    await toPreview(program)
    await program.picture('11-roster-preview')
    await program.expectAccessible()
    await page.getByRole('button', { name: '有错误 1' }).click()
    await program.picture('12-roster-errors')
    await page.getByRole('button', { name: /^写入 57 名会员/ }).click()
    await expect(page.getByText('新增 57 名')).toBeVisible()
    await program.picture('13-roster-done')
    await program.answerDialogs({ confirm: true })
    await page.getByRole('button', { name: '撤销这次导入' }).click()
    // What it would take back is told first, and moves the button.
    await expect(page.getByRole('dialog')).toContainText('会收回')
    await page.getByRole('dialog').getByRole('button', { name: '撤销', exact: true }).click()
    await expect(page.getByText(/已撤销/).first()).toBeVisible()
    await goTo(program, '会员')
    await expect(page.getByText('还没有会员')).toBeVisible()
    await program.picture('14-members-empty')
    await preview(program, '01-provincial-template.xlsx')
    await commit(program)
  })

  await test.step('import the college sheet, the old Excel file and the GB18030 text file', async () => {
    for (const file of ['02-college-branches.xlsx', '03-factory.xls', '05-gb18030.csv']) {
      await preview(program, file)
      await program.picture(`15-columns-${file}`)
      await commit(program)
    }
    await preview(program, '01-provincial-template.xlsx')
    await toPreview(program)
    await expect(page.getByRole('button', { name: '没有变化 57' })).toBeVisible()
    await program.picture('16-roster-again')
  })

  await test.step('tell what is wrong with files that are no rosters', async () => {
    await goTo(program, '导入花名册')
    await page.locator('input[type=file]').setInputFiles({
      name: '照片.xlsx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from('\x89PNG\r\n\x1a\n not a workbook'),
    })
    await expect(page.getByRole('alert')).toContainText('文件里没有找到会员名单')
    await program.picture('17-not-a-roster')
  })

  await test.step('find members, look one up, reveal, edit and add', async () => {
    await goTo(program, '会员')
    await program.picture('20-members')
    await program.expectAccessible()
    await page.getByLabel('搜索会员').fill('zhang')
    await expect(page.getByRole('grid').getByText(/张|章/).first()).toBeVisible()
    await program.picture('21-members-search')
    await page.getByRole('grid').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('tab', { name: '基本信息' })).toBeVisible()
    await program.picture('22-member')
    await program.expectAccessible()
    await page.getByRole('button', { name: /查看完整的证件号码/ }).click()
    await page.getByRole('dialog').getByLabel('原因', { exact: true }).fill('核对信息')
    await page.keyboard.press('Tab')
    await page.getByRole('dialog').getByRole('button', { name: '查看' }).click()
    await expect(page.getByText(/\d{17}[\dX]/).first()).toBeVisible()
    await program.picture('23-member-revealed')
    await page.getByRole('tab', { name: '修改记录' }).click()
    await program.picture('24-member-history')

    await goTo(program, '会员')
    await page.getByRole('button', { name: '新增会员' }).click()
    await page.getByLabel('姓名').fill('欧阳示例')
    await page.getByLabel('证件号码').fill('110105194912310021')
    await expect(page.getByText('证件号码不对，请逐位核对')).toBeVisible()
    await program.picture('25-member-form')
    await program.expectAccessible()
    await page.getByLabel('证件号码').fill('11010519491231002X')
    await page.getByLabel('联系电话').fill('13800000000')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await expect(page.getByRole('heading', { name: /欧阳示例/ })).toBeVisible()
  })

  await test.step('set the dues rule, charge the month, collect, see who owes', async () => {
    await goTo(program, '会费')
    await program.picture('30-dues-empty')
    await page.getByRole('button', { name: '设定会费标准' }).first().click()
    await page.getByText('固定金额', { exact: true }).click()
    await page.getByLabel('每人每月').fill('10')
    await program.picture('31-dues-rule')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByRole('tab', { name: '每月应缴' }).click()
    await page.getByRole('button', { name: /^计费：/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: '计费', exact: true }).click()
    await expect(page.getByText(/^已为 .* 人计费/)).toBeVisible()
    await program.picture('32-dues-month')
    await program.expectAccessible()
    await page.getByRole('tab', { name: '欠缴名单' }).click()
    await page.getByRole('grid').getByRole('checkbox').nth(1).check()
    await page.getByRole('grid').getByRole('checkbox').nth(2).check()
    await page.getByRole('button', { name: '登记缴费' }).click()
    await program.picture('33-dues-payment')
    await page.getByRole('dialog').getByRole('button', { name: '登记' }).click()
    await expect(page.getByText('已登记 2 人缴费，共 ¥20.00')).toBeVisible()
    await program.picture('34-dues-debtors')
    await program.expectAccessible()
  })

  await test.step('hold an activity: participants, attendance, cost per head', async () => {
    await goTo(program, '活动')
    await program.picture('40-activities-empty')
    await page.getByRole('button', { name: '新建活动' }).first().click()
    await page.getByLabel('活动名称').fill('职工趣味运动会')
    await page.getByLabel('开始日期').fill('2026-11-20')
    await page.getByLabel('实际支出').fill('300')
    await program.picture('41-activity-form')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await expect(page.getByRole('heading', { name: '职工趣味运动会' })).toBeVisible()
    await page.getByRole('tab', { name: '人员', exact: true }).click()
    await page.getByRole('button', { name: '添加人员' }).first().click()
    const picker = page.getByRole('dialog')
    for (const row of [1, 2, 3]) await picker.getByRole('checkbox').nth(row).check()
    await program.picture('42-activity-picker')
    await picker.getByRole('button', { name: /^添加 3 人/ }).click()
    await expect(page.getByText('3 人已报名')).toBeVisible()
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(page.getByRole('grid').getByRole('row')).toHaveCount(4)
    await page.getByRole('button', { name: '全部到场' }).click()
    await page.getByRole('tooltip').getByRole('button', { name: '确定' }).click()
    await expect(page.getByText('¥100.00')).toBeVisible()
    await program.picture('43-activity')
    await program.expectAccessible()
  })

  await test.step('export the roster masked', async () => {
    await goTo(program, '会员')
    const savePath = path.join(program.dataFolder, 'roster.xlsx')
    await program.answerDialogs({ savePath, confirm: true })
    await page.getByRole('button', { name: '导出名单' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await program.picture('50-export')
    await page.getByRole('dialog').getByRole('button', { name: '导出', exact: true }).click()
    await expect(page.getByText(/^已导出/)).toBeVisible()
    expect(existsSync(savePath)).toBe(true)
  })

  await test.step('enrol with the hub, send, work on while it is down, catch up', async () => {
    let hub = await startHub(hubFolder)
    try {
      await goTo(program, '联网')
      await program.picture('60-federation')
      await page.getByLabel('服务器地址').fill(hub.address)
      await page.getByLabel('联网码').fill(hub.code)
      await page.getByRole('button', { name: '联网', exact: true }).click()
      await expect(page.getByRole('banner').getByText('已同步')).toBeVisible({ timeout: 60_000 })
      await program.picture('61-federation-synced')
      await program.expectAccessible()

      await hub.stop()
      await goTo(program, '会员')
      await page.getByRole('button', { name: '新增会员' }).click()
      await page.getByLabel('姓名').fill('断网示例')
      await page.getByRole('button', { name: '保存', exact: true }).click()
      await expect(page.getByRole('banner').getByText(/^离线/)).toBeVisible({ timeout: 60_000 })
      await program.picture('62-federation-offline')

      hub = await startHub(hubFolder, hub.port)
      await expect(page.getByRole('banner').getByText('已同步')).toBeVisible({ timeout: 120_000 })
      await hub.inBrowser(async (console) => {
        await console.getByRole('link', { name: '基层工会' }).click()
        const branch = console.getByRole('row', { name: /云溪机械厂工会委员会/ })
        await expect(branch).toContainText('在籍')
        await console.screenshot({ path: screenPath('63-hub-console') })
      })
    } finally {
      await hub.stop()
    }
  })

  await test.step('the home page, the log, the settings; the other languages; 200 % zoom', async () => {
    await goTo(program, '首页')
    await program.picture('70-home')
    await program.expectAccessible()
    await goTo(program, '操作记录')
    await program.picture('71-log')
    await program.expectAccessible()
    await goTo(program, '设置')
    await program.picture('72-settings')
    await program.expectAccessible()

    await goTo(program, '会员')
    await program.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2))
    await expect(page.getByRole('button', { name: '新增会员' })).toBeInViewport()
    await program.picture('73-members-200-percent')
    await program.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(1))
    for (const [language, heading] of [
      ['繁體中文', '會員'],
      ['English', 'Members'],
    ] as const) {
      await page.getByRole('banner').getByRole('combobox').click()
      await page.locator('.ant-select-item-option').getByText(language).click()
      await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
      await program.picture(`74-members-${language}`)
      await program.expectAccessible()
    }
  })

  await test.step('nothing personal stands in clear in any file of the data folder', async () => {
    await program.close()
    const kept = readdirSync(program.dataFolder, { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile() && !entry.parentPath.startsWith(hubFolder) && entry.name !== 'roster.xlsx',
    )
    expect(kept.map(({ name }) => name)).toContain('branch.db')
    const secrets = ['欧阳示例', '11010519491231002X', '13800000000', passphrase]
    for (const { parentPath, name } of kept) {
      const bytes = readFileSync(path.join(parentPath, name))
      const found = secrets.filter((secret) => bytes.includes(secret) || bytes.includes(Buffer.from(secret, 'utf16le')))
      expect(found, name).toEqual([])
    }
  })
})
