import { read, utils } from '@e965/xlsx'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { choose, openTab, startBranch } from './support/acts'
import { expect, test } from './support/app'
import { upload, type Upload } from './support/workbook'

/** A year that is over, so that all its months can be closed whenever the test runs. */
const YEAR = new Date().getFullYear() - 1

/** Fictional members of a small branch: staff number, name, group, month of joining, wage. */
const people = [
  ['A001', '周示例', '一车间', `${YEAR - 9}-07`, 3680],
  ['A002', '吴示例', '一车间', `${YEAR - 9}-07`, 4215],
  ['A003', '郑示例', '一车间', `${YEAR - 5}-01`, 5000],
  ['B001', '王示例', '二车间', `${YEAR - 5}-01`, 6120],
  ['B002', '冯示例', '二车间', `${YEAR - 3}-03`, 3456],
  ['B003', '陈示例', '二车间', `${YEAR}-04`, 4000],
] as const

/** The deduction list as finance returns it: nothing was deducted from 陈示例, half from 冯示例. */
function returned(list: string): Upload {
  const book = read(readFileSync(list))
  const [name = ''] = book.SheetNames
  const sheet = book.Sheets[name]
  if (sheet === undefined) throw new Error('The list has no sheet')
  const rows = utils.sheet_to_json<(string | number)[]>(sheet, { header: 1, defval: '' })
  const kept = rows.filter((row) => !row.includes('陈示例'))
  for (const row of kept) if (row.includes('冯示例')) row[row.length - 1] = 103.8
  const changed = utils.book_new()
  utils.book_append_sheet(changed, utils.aoa_to_sheet(kept), '扣款')
  return upload(`${YEAR}年扣款.xlsx`, changed)
}

/** The balances at the end, as a statement's workbook has them. */
function balances(statement: string): unknown[] {
  const book = read(readFileSync(statement))
  return book.SheetNames.flatMap((name) => {
    const sheet = book.Sheets[name]
    const rows = sheet === undefined ? [] : utils.sheet_to_json<(string | number)[]>(sheet, { header: 1 })
    return rows.filter(([title]) => title === '期末结余').map((row) => row[1])
  })
}

test('a year of the ledger, from the rule to the closed books', async ({ program }) => {
  test.setTimeout(15 * 60_000)
  const file = (name: string) => path.join(program.dataFolder, name)

  await test.step('a branch with six members', () =>
    startBranch(program, {
      unionName: '云溪机械厂工会委员会',
      headings: ['工号', '姓名', '部门', '入会时间', '月工资'],
      people,
    }))
  const { page } = program
  const dialog = page.getByRole('dialog')

  await test.step('set the rule', async () => {
    await openTab(program, '会费', '会费标准')
    await page.getByRole('button', { name: '设定会费标准' }).first().click()
    await page.getByLabel('从哪个月起').fill(`${YEAR}-01`)
    await program.picture('80-rule')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await expect(page.getByText('会费标准已保存')).toBeVisible()
  })

  await test.step('charge the whole year in one step, each amount explained', async () => {
    await page.getByRole('tab', { name: '每月应缴' }).click()
    await choose(program, '按什么期间计费', '按年')
    await page.getByRole('button', { name: '上一期' }).click()
    await expect(page.getByRole('button', { name: '尚未计费 6' }).or(page.getByText('尚未计费 6'))).toBeVisible()
    await program.picture('81-charges')
    await page.getByRole('button', { name: /^计费：/ }).click()
    await program.picture('82-charge')
    await dialog.getByRole('button', { name: '计费', exact: true }).click()
    await expect(page.getByText(/^已为 6 人计费/)).toBeVisible()
    await program.picture('83-charged')
  })
  await test.step('take a payment at the counter', async () => {
    await page.getByRole('tab', { name: '欠缴名单' }).click()
    await page
      .getByRole('grid')
      .getByRole('row', { name: /周示例/ })
      .getByRole('checkbox')
      .check()
    await page.getByRole('button', { name: '登记缴费' }).click()
    await dialog.getByLabel('缴费日期').fill(`${YEAR}-06-30`)
    await program.picture('84-payment')
    await dialog.getByRole('button', { name: '登记', exact: true }).click()
    await expect(page.getByText('已登记 1 人缴费，共 ¥220.80')).toBeVisible()
  })

  await test.step('hand the deduction list to finance, and post what comes back', async () => {
    await page.getByRole('tab', { name: '工资代扣' }).click()
    await page.getByRole('button', { name: '生成代扣清单' }).click()
    await choose(program, '从', `${YEAR}年1月`)
    await choose(program, '到', `${YEAR}年12月`)
    await expect(page.getByText('5 人，共 ¥1,308.00', { exact: true })).toBeVisible()
    await program.picture('85-deductions')
    await program.answerDialogs({ savePath: file('代扣清单.xlsx') })
    await page.getByRole('button', { name: '存为表格' }).click()
    await expect(page.getByText('已保存 代扣清单.xlsx')).toBeVisible()
    await openTab(program, '会费', '工资代扣')
    await page.locator('input[type=file]').setInputFiles(returned(file('代扣清单.xlsx')))
    await page.getByRole('button', { name: '修改月份' }).click()
    await dialog.getByLabel('扣款日期').fill(`${YEAR}-12-15`)
    await program.picture('86-payroll')
    await dialog.getByRole('button', { name: '保存', exact: true }).click()
    await expect(page.getByText(/名单扣款比应扣少 ¥283.80/)).toBeVisible()
    await page.getByText('金额不同 1').click()
    await program.picture('87-amount-changed')
    await page.getByRole('button', { name: '按名单扣款入账' }).click()
    await page.getByRole('button', { name: /^入账：4 人，共 ¥1,024.20/ }).click()
    await dialog.getByLabel('我已核对，仍要入账').check()
    await program.picture('88-post')
    await dialog.getByRole('button', { name: '入账', exact: true }).click()
    await expect(page.getByText('已入账 4 人，共 ¥1,024.20')).toBeVisible()
    await page.getByRole('button', { name: '登记到账' }).click()
    await dialog.getByLabel('到账金额').fill('1024.20')
    await dialog.getByLabel('到账日期').fill(`${YEAR}-12-20`)
    await dialog
      .getByRole('button', { name: '登记到账' })
      .or(dialog.getByRole('button', { name: '保存' }))
      .click()
    await expect(page.getByText('已登记到账 ¥1,024.20')).toBeVisible()
    await program.picture('89-remitted')
  })
  await test.step('issue a receipt for the payment', async () => {
    await openTab(program, '会费', '收据')
    await page.getByText('还没开收据的缴费', { exact: true }).click()
    await choose(program, '年份', `${YEAR} 年`)
    await page
      .getByRole('grid')
      .getByRole('row', { name: /周示例/ })
      .getByRole('checkbox')
      .check()
    await program.picture('90-without-receipt')
    await page.getByRole('button', { name: '开收据' }).click()
    await dialog.getByRole('button', { name: '开收据' }).click()
    await expect(page.getByText(/^已开 1 张收据/)).toBeVisible()
    await program.picture('91-receipt')
  })

  await test.step('remind who is late, of what is really open', async () => {
    await openTab(program, '会费', '欠缴名单')
    await program.picture('92-arrears')
    await page.getByRole('button', { name: '该通知 1 人' }).click()
    await page.getByRole('button', { name: '给这 1 人登记：催缴通知' }).click()
    await program.picture('93-notice')
    await dialog.getByRole('button', { name: '登记', exact: true }).click()
    await expect(dialog.getByRole('status')).toHaveText('已登记催缴通知：1 人')
    await program.picture('94-noticed')
    await dialog.getByRole('button', { name: '完成' }).click()
  })

  await test.step('take limits over, and keep the book: what passes one asks for a reason', async () => {
    await openTab(program, '经费', '支出标准')
    await page.locator('.ant-segmented').getByText('支出标准').click()
    await page.getByRole('button', { name: '采用现成标准' }).click()
    await choose(program, '地区或单位', '贵州')
    await dialog.getByLabel('从哪天起').fill(`${YEAR}-01-01`)
    await program.picture('95-limits')
    await dialog.getByRole('button', { name: '保存', exact: true }).click()
    await expect(page.getByText('已采用贵州的支出标准')).toBeVisible()
    await page.getByRole('tab', { name: '收支账' }).click()
    await choose(program, '年度', `${YEAR} 年`)
    await page.getByRole('button', { name: '登记期初结余' }).click()
    await dialog.getByLabel('日期').fill(`${YEAR}-01-01`)
    await dialog.getByLabel('金额').fill('10000')
    await dialog.getByLabel('摘要').fill('上年结转')
    await dialog.getByRole('button', { name: '保存', exact: true }).click()
    await expect(page.getByText(/^已登记，凭证号 1/)).toBeVisible()
    await page.getByRole('button', { name: '记一笔' }).click()
    await dialog.getByText('支出', { exact: true }).click()
    await dialog.getByLabel('日期').fill(`${YEAR}-03-08`)
    await dialog.getByLabel('金额').fill('700')
    await choose(program, '科目', '503 职工服务支出')
    await dialog.getByLabel('摘要').fill('会员生日慰问')
    await dialog.getByRole('button', { name: '选择会员' }).click()
    const picker = page.getByRole('dialog', { name: '选择会员' })
    await picker
      .getByRole('row', { name: /周示例/ })
      .getByRole('checkbox')
      .check()
    await picker
      .getByRole('row', { name: /吴示例/ })
      .getByRole('checkbox')
      .check()
    await picker.getByRole('button', { name: /^添加 2 人/ }).click()
    await expect(picker).toBeHidden()
    await choose(program, '支出项目', '生日慰问')
    await expect(dialog.getByText('2 名会员超过支出标准')).toBeVisible()
    await program.picture('96-over-limit')
    await dialog.getByRole('button', { name: '保存', exact: true }).click()
    await expect(dialog.getByText('超标准或发放形式不合规定时，请写明原因')).toBeVisible()
    await program.picture('96-reason-missing')
    await dialog.getByLabel('超标准原因').fill('逢十生日，经委员会讨论')
    await dialog.getByRole('button', { name: '保存' }).click()
    await expect(page.getByText(/^已登记，凭证号 2/)).toBeVisible()
    await program.picture('97-book')
    await page.getByText('会费账', { exact: true }).click()
    await expect(page.getByText('¥1,245.00').first()).toBeVisible()
    await program.picture('98-dues-account')
  })

  await test.step('close the twelve months one after the other', async () => {
    await page.getByRole('tab', { name: '结账' }).click()
    await program.picture('99-closing')
    for (let month = 1; month <= 12; month++) {
      await page.getByRole('button', { name: `结账：${YEAR}年${month}月`, exact: true }).click()
      await expect(dialog).toBeVisible()
      await program.settle()
      await dialog.getByRole('button', { name: `结账：${YEAR}年${month}月`, exact: true }).click()
      await expect(page.getByText(`${YEAR}年${month}月 已结账`)).toBeVisible()
      await expect(dialog).toBeHidden()
    }
    await program.picture('100-closed')
  })

  await test.step('take no money into a closed month', async () => {
    await openTab(program, '会费', '欠缴名单')
    await page
      .getByRole('grid')
      .getByRole('row', { name: /陈示例/ })
      .getByRole('checkbox')
      .check()
    await page.getByRole('button', { name: '登记缴费' }).click()
    await dialog.getByLabel('缴费日期').fill(`${YEAR}-12-31`)
    await dialog.getByRole('button', { name: '登记', exact: true }).click()
    await expect(dialog.getByRole('alert')).toContainText('已经结账')
    await program.picture('101-closed-month')
    await dialog.getByRole('button', { name: '取消' }).click()
  })

  await test.step('state the year, as a workbook and for the audit committee', async () => {
    await openTab(program, '经费', '收支情况表')
    await page.getByRole('button', { name: '前一期' }).click()
    await expect(page.getByText('已结账').first()).toBeVisible()
    await program.picture('102-statement')
    await program.expectAccessible()
    await program.answerDialogs({ savePath: file('收支情况表.xlsx') })
    await page.getByRole('button', { name: '导出 Excel' }).click()
    await expect(page.getByText('已导出：收支情况表.xlsx')).toBeVisible()
    expect(balances(file('收支情况表.xlsx'))).toEqual([1245, 9300])
    await page
      .getByRole('button', { name: '经审资料' })
      .or(page.getByRole('link', { name: '经审资料' }))
      .click()
    await expect(page.getByText('逢十生日，经委员会讨论')).toBeVisible()
    await program.picture('103-audit')
    await program.expectAccessible()
  })
})
