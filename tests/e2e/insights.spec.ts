import path from 'node:path'
import { openTab } from './support/acts'
import { expect, test } from './support/app'

test('the insights of the sample branch, from a suggestion to the people behind it', async ({ program }) => {
  const page = await program.open()
  await page.getByRole('button', { name: '先看看示例' }).click()
  await page.getByRole('navigation').getByRole('link').first().waitFor()

  await test.step('suggestions come first, each with its list', async () => {
    await page.getByRole('navigation').getByRole('link', { name: '分析' }).click()
    await expect(page.getByText(/销售部 \d+ 人中，\d+ 人一年来没有参加过任何活动/)).toBeVisible()
    await program.picture('130-suggestions')
    await program.expectAccessible()
    const suggestion = page.getByRole('listitem').filter({ hasText: '销售部' })
    await suggestion.getByRole('button', { name: '看名单' }).click()
    await expect(page.getByRole('grid').getByText('销售部').first()).toBeVisible()
    await program.picture('131-people')
    await program.expectAccessible()
    await program.answerDialogs({ savePath: path.join(program.dataFolder, '名单.xlsx') })
    await page.getByRole('button', { name: '导出 Excel' }).click()
    await expect(page.getByText(/^已导出 \d+ 人：名单.xlsx/)).toBeVisible()
    await page.getByRole('button', { name: '返回' }).click()
  })

  await test.step('put a suggestion aside, and see it again', async () => {
    const suggestion = page.getByRole('listitem').filter({ hasText: '销售部' })
    await suggestion.getByRole('button', { name: '90 天内不再提示' }).click()
    await expect(suggestion).toHaveCount(0)
    await page.getByRole('button', { name: '重新显示' }).click()
    await expect(suggestion).toBeVisible()
  })

  await test.step('every tab has something to show', async () => {
    await openTab(program, '分析', '参与情况')
    await expect(page.getByRole('figure', { name: '各类活动参加过的人数' })).toBeVisible()
    await program.picture('132-participation')
    await program.expectAccessible()
    for (const [tab, number] of [
      ['没参加过的人', 133],
      ['喜欢参加什么', 134],
      ['诉求话题', 135],
      ['覆盖与花费', 136],
      ['资料质量', 137],
      ['未来一年', 138],
    ] as const) {
      await page.getByRole('tab', { name: tab }).click()
      await expect(page.getByRole('tabpanel', { name: tab }).getByText(/\d/).first()).toBeVisible()
      await program.picture(`${String(number)}-insights`)
    }
    await program.expectAccessible()
  })

  await test.step('the calendar opens the birthdays of a month', async () => {
    await page.getByRole('row', { name: /生日/ }).first().getByRole('link').first().click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('生日')
  })

  await test.step('print the whole', async () => {
    await page.getByRole('navigation').getByRole('link', { name: '分析' }).click()
    await page.getByRole('button', { name: '打印' }).click()
    await expect(page.getByRole('article')).toContainText('参与和服务情况分析')
    await expect(page.getByRole('article').getByRole('table').first()).toBeVisible()
    await program.picture('139-print')
  })
})
