import { choose, goTo, openTab, startBranch } from './support/acts'
import { expect, test } from './support/app'

const today = new Date()
const month = String(today.getMonth() + 1).padStart(2, '0')
const other = String(((today.getMonth() + 6) % 12) + 1).padStart(2, '0')

/** Fictional members: three with a birthday this month, one in another, one of whom it is not known. */
const people = [
  ['A001', '周示例', '一车间', `1988-${month}-05`, '2012-07-01'],
  ['A002', '吴示例', '一车间', `1990-${month}-18`, '2013-07-01'],
  ['B001', '郑示例', '二车间', `1979-${month}-26`, '2004-07-01'],
  ['B002', '王示例', '二车间', `1985-${other}-03`, '2009-07-01'],
  ['B003', '冯示例', '二车间', '', '2015-07-01'],
] as const

test('a birthday month, from whom it is due to the signed list and the book', async ({ program }) => {
  test.setTimeout(4 * 60_000)
  await test.step('a branch with five members', () =>
    startBranch(program, {
      unionName: '云溪机械厂工会委员会',
      headings: ['工号', '姓名', '部门', '出生日期', '入会时间'],
      people,
    }))
  const { page } = program
  const dialog = page.getByRole('dialog')

  await test.step('a limit of 300 a year, and what one was given already by the book', async () => {
    await openTab(program, '经费', '支出标准')
    await page.locator('.ant-segmented').getByText('支出标准').click()
    await page.getByRole('button', { name: '采用现成标准' }).click()
    await choose(program, '地区或单位', '贵州')
    await dialog.getByLabel('从哪天起').fill(`${today.getFullYear()}-01-01`)
    await dialog.getByRole('button', { name: '保存', exact: true }).click()
    await expect(page.getByText('已采用贵州的支出标准')).toBeVisible()
    await page.getByRole('tab', { name: '收支账' }).click()
    await page.getByRole('button', { name: '记一笔' }).click()
    await dialog.getByLabel('金额', { exact: true }).fill('100')
    await choose(program, '科目', '501 职工活动支出')
    await dialog.getByLabel('摘要').fill('郑示例生日蛋糕')
    await dialog.getByRole('button', { name: '选择会员' }).click()
    const picker = page.getByRole('dialog', { name: '选择会员' })
    await picker
      .getByRole('row', { name: /郑示例/ })
      .getByRole('checkbox')
      .check()
    await picker.getByRole('button', { name: /^添加 1 人/ }).click()
    await expect(picker).toBeHidden()
    await choose(program, '支出项目', '生日慰问')
    await dialog.getByRole('button', { name: '保存', exact: true }).click()
    await expect(page.getByText(/^已登记，凭证号 1/)).toBeVisible()
  })

  await test.step('birthdays are proposed, one would pass the limit', async () => {
    await goTo(program, '服务')
    await program.picture('120-gifts-empty')
    await program.expectAccessible()
    await page.locator('.ant-segmented').getByText('该慰问的人').click()
    await expect(page.getByText('共 3 人，其中 0 人已经发过')).toBeVisible()
    await expect(page.getByText('1 名在籍会员没有登记出生月份')).toBeVisible()
    await program.picture('121-birthdays')
    await program.expectAccessible()
    await page.getByRole('button', { name: '给 3 人登记慰问' }).click()
    await dialog.getByLabel('每人金额').fill('250')
    await expect(dialog.getByText('1 名会员超过支出标准')).toBeVisible()
    await program.picture('122-over-limit')
    await dialog.getByLabel('超标准原因').fill('整十岁生日，委员会同意')
    await dialog.getByText('本会支付，现在入账').click()
    await program.picture('123-give-and-book')
    await dialog.getByRole('button', { name: '保存', exact: true }).click()
    await expect(page.getByText('已登记 3 份慰问，已入账，凭证号 2')).toBeVisible()
    await expect(page.getByText('3 份，3 人，共 ¥750.00；未签领 3 份，未入账 0 份')).toBeVisible()
    await program.picture('124-given')
    await program.expectAccessible()
  })

  await test.step('print the list to sign, and mark all as signed at once', async () => {
    await page.getByRole('button', { name: '打印签领表' }).click()
    await expect(page.getByRole('article')).toContainText('合计（3 份）')
    await program.picture('125-sign-off')
    await program.expectAccessible()
    await page.getByRole('button', { name: '返回' }).click()
    await page.getByRole('checkbox', { name: '全选' }).click()
    await page.getByRole('button', { name: '登记签领' }).click()
    await program.picture('126-sign')
    await dialog.getByRole('button', { name: '保存', exact: true }).click()
    await expect(page.getByText('已登记 3 份签领')).toBeVisible()
    await expect(page.getByText(/未签领 0 份/)).toBeVisible()
  })

  await test.step('one gift, its form of approval, and the total of the member', async () => {
    await page
      .getByRole('grid')
      .getByRole('row', { name: /郑示例/ })
      .dblclick()
    await expect(page.getByRole('heading', { level: 1, name: /郑示例/ })).toBeVisible()
    await program.picture('127-gift')
    await page.getByRole('button', { name: '打印审批表' }).click()
    await expect(page.getByRole('article')).toContainText('工会审批意见')
    await program.picture('128-approval')
    await page.getByRole('button', { name: '返回' }).click()
    await page.getByRole('link', { name: '郑示例' }).click()
    // 100 by the book and 250 by the gift, counted once each.
    await expect(page.getByText('¥350.00')).toBeVisible()
    await expect(page.getByText('超 ¥50.00')).toBeVisible()
    await program.picture('129-member')
  })

  await test.step('take back the signatures, then the gifts with their booking', async () => {
    await goTo(program, '操作记录')
    await page
      .getByRole('button', { name: /^撤销“?.*周示例|^撤销.*示例、/ })
      .first()
      .click()
    await program.answerDialogs({ confirm: true })
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /撤\s*销/ })
      .click()
    await expect(page.getByText(/^已撤销 3 条记录的改动/)).toBeVisible()
    await page
      .getByRole('button', { name: /撤销.*生日/ })
      .first()
      .click()
    await program.picture('130-undo')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /撤\s*销/ })
      .click()
    await goTo(program, '服务')
    await expect(page.getByText('还没有慰问登记')).toBeVisible()
    await openTab(program, '经费', '收支账')
    await expect(page.getByRole('grid')).toContainText('冲销')
    await program.picture('131-reversed')
  })
})
