import { read, utils } from '@e965/xlsx'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { goTo } from './support/acts'
import { expect, test } from './support/app'

/** The rows of a workbook's first sheet. */
function rowsOf(file: string): (string | number)[][] {
  const book = read(readFileSync(file))
  const [name = ''] = book.SheetNames
  const sheet = book.Sheets[name]
  return sheet === undefined ? [] : utils.sheet_to_json<(string | number)[]>(sheet, { header: 1, defval: '' })
}

test('the year-end statistics of the sample branch, a report of its own and the life of a member', async ({
  program,
}) => {
  const page = await program.open()
  const dialog = page.getByRole('dialog')
  const file = (name: string) => path.join(program.dataFolder, name)
  await page.getByRole('button', { name: /示例/ }).click()

  await test.step('the figures of the year of the union statistics, each with the list behind it', async () => {
    await goTo(program, '统计')
    await expect(page.getByRole('table', { name: '工会统计表' })).toBeVisible()
    await expect(page.getByRole('button', { name: '会员总数 114', exact: true })).toBeVisible()
    await program.picture('140-statistics')
    await program.expectAccessible()
    await page.getByRole('button', { name: '会员总数 114', exact: true }).click()
    await expect(dialog.getByText('共 114 条，双击或按回车打开')).toBeVisible()
    await program.picture('141-members-behind')
    await program.answerDialogs({ savePath: file('会员.xlsx') })
    await dialog.getByRole('button', { name: '存为表格' }).click()
    await expect(page.getByText('已导出：会员.xlsx')).toBeVisible()
    expect(rowsOf(file('会员.xlsx')).at(-1)?.[0]).toBe(114)
    const list = page.getByRole('dialog', { name: '会员总数' })
    await expect(dialog).toHaveCount(1)
    await list.locator('.ant-modal-close').click()
    await expect(list).toBeHidden()
  })

  await test.step('a figure that the record cannot know is typed in with its source', async () => {
    await page.getByRole('button', { name: '填写：女职工人数' }).click()
    await dialog.getByLabel('数值').fill('140')
    await dialog.getByLabel('来源').fill('人力资源部')
    await program.picture('142-typed')
    await dialog.getByRole('button', { name: '保存', exact: true }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('row', { name: /女职工人数.*140.*人力资源部/ })).toBeVisible()
  })

  await test.step('the workbook has what the screen has', async () => {
    await page.getByRole('button', { name: '导出 Excel' }).click()
    await dialog.getByLabel('填表人').fill('陈示例')
    await program.answerDialogs({ savePath: file('统计.xlsx') })
    await dialog.getByRole('button', { name: '保存', exact: true }).click()
    await expect(page.getByText('已导出：统计.xlsx')).toBeVisible()
    const rows = rowsOf(file('统计.xlsx'))
    expect(rows.find(([name]) => name === '会员总数')?.[2]).toBe(114)
    expect(rows.find(([name]) => name === '女职工人数')?.slice(2, 3)).toEqual([140])
    expect(rows.map(([first]) => first)).toContain('填表人：陈示例')
  })

  await test.step('what must agree does, or says who makes the difference', async () => {
    await page.getByRole('tab', { name: '逻辑检查' }).click()
    await expect(page.getByText(/= 期初 \+ 增加 - 减少，逻辑正确/)).toBeVisible()
    await program.picture('143-checks')
    await program.expectAccessible()
  })

  await test.step('a report of own design, kept as a template and written', async () => {
    await page.getByRole('tab', { name: '自定义报表' }).click()
    await expect(page.getByRole('table', { name: '会员构成' })).toBeVisible()
    await program.picture('144-designer')
    await program.expectAccessible()
    await page.getByRole('button', { name: '新报表' }).click()
    await expect(page.getByText('请在左边勾选至少一个指标')).toBeVisible()
    await page.getByRole('checkbox', { name: '会员总数' }).check()
    await page.getByRole('checkbox', { name: '农民工会员' }).check()
    await page.getByRole('radio', { name: '一个分会（部门）' }).check()
    await expect(page.getByRole('row', { name: /装配车间/ })).toBeVisible()
    await page.getByRole('button', { name: '存为模板' }).click()
    await dialog.getByLabel('模板名称').fill('分会农民工')
    await dialog.getByRole('button', { name: '保存', exact: true }).click()
    await expect(page.getByText('已保存模板“分会农民工”')).toBeVisible()
    await expect(dialog).toBeHidden()
    await program.picture('145-report')
    await page.getByRole('button', { name: '导出 Excel' }).click()
    await program.answerDialogs({ savePath: file('报表.xlsx') })
    await dialog.getByRole('button', { name: '保存', exact: true }).click()
    await expect(page.getByText('已导出：报表.xlsx')).toBeVisible()
    const rows = rowsOf(file('报表.xlsx'))
    expect(rows[0]?.[0]).toBe('分会农民工')
    expect(rows.find(([name]) => name === '合计')?.[1]).toBe(114)
  })

  await test.step('the life of a member in the union', async () => {
    await goTo(program, '会员')
    await page.getByRole('grid').getByRole('row').nth(1).dblclick()
    await page.getByRole('tab', { name: '时间线' }).click()
    await expect(page.getByText('入会').first()).toBeVisible()
    await program.picture('146-timeline')
    await program.expectAccessible()
    await page.getByRole('button', { name: '打印', exact: true }).click()
    await expect(page.getByRole('article', { name: '会员经历' })).toBeVisible()
    await program.picture('147-timeline-paper')
  })
})
