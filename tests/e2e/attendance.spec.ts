import { goTo, startBranch } from './support/acts'
import { expect, test } from './support/app'

/** Fictional members of a small branch: staff number, name, department. */
const people = [
  ['A001', '周示例', '一车间'],
  ['A002', '吴示例', '一车间'],
  ['A003', '郑示例', '一车间'],
  ['B001', '王示例', '二车间'],
  ['B002', '冯示例', '二车间'],
] as const

test('people of an activity, from a pasted list to the sign-in at the door', async ({ program }) => {
  test.setTimeout(5 * 60_000)
  await startBranch(program, {
    unionName: '云溪机械厂工会委员会',
    headings: ['工号', '姓名', '部门'],
    people,
  })
  const { page } = program

  await test.step('paste the names of a 接龙', async () => {
    await goTo(program, '活动')
    await page.getByRole('button', { name: '新建活动' }).first().click()
    await page.getByLabel('活动名称').fill('秋游')
    await page.getByLabel('开始日期').fill('2026-11-20')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await expect(page.getByRole('heading', { name: '秋游' })).toBeVisible()
    await page.evaluate(() => {
      location.hash += '?tab=people'
    })
    await page.getByRole('button', { name: '粘贴或导入报名' }).click()
    await page
      .getByLabel('报名的姓名')
      .fill('#接龙\n1. 周示例\n2. 吴示例（带家属）+1\n3. 郑示例\n4. 汪示例\n5. 冯示例 请假')
    await program.picture('90-people-paste')
    await page.getByRole('button', { name: '查找这些人' }).click()
    await expect(page.getByText('还有 1 行要请您看一下')).toBeVisible()
    await program.picture('91-people-found')
    await program.expectAccessible()
    await page.getByRole('combobox', { name: '“汪示例”是哪位会员' }).click()
    await page.getByTitle(/^王示例/).click()
    await page.getByRole('button', { name: '为 4 人报名' }).click()
    await expect(page.getByText('4 人已报名')).toBeVisible()
  })

  await test.step('somebody gives up the place and is taken off', async () => {
    await page.getByRole('checkbox', { name: /周示例/ }).check()
    await page.getByRole('button', { name: '取消报名' }).click()
    await program.picture('92-people-places')
    await program.expectAccessible()
  })

  await test.step('sign in by scanned codes', async () => {
    await page.getByRole('button', { name: '扫码签到' }).click()
    const code = page.getByLabel('签到码')
    await expect(code).toBeFocused()
    await code.fill('A002')
    await code.press('Enter')
    await expect(page.getByText(/^吴示例 已签到/)).toBeVisible()
    await program.picture('93-people-scanned')
    await code.fill('A002')
    await code.press('Enter')
    await expect(page.getByText(/^吴示例 已经签过到/)).toBeVisible()
    await code.fill('9999')
    await code.press('Enter')
    await expect(page.getByText('不认识这个码：9999')).toBeVisible()
    await code.fill('B002')
    await code.press('Enter')
    await expect(page.getByText(/^冯示例 没有报名/)).toBeVisible()
    await program.picture('94-people-walk-in')
    await page.getByRole('button', { name: '现场加入并签到' }).click()
    await expect(page.getByText(/^冯示例 已签到/)).toBeVisible()
    await expect(page.getByText('已到 2 / 4 人')).toBeVisible()
    await expect(code).toBeFocused()
    await program.expectAccessible()
  })

  await test.step('print the sign-in sheet with codes', async () => {
    await page.getByRole('button', { name: '返回' }).click()
    await page.getByRole('button', { name: '名单与评价' }).click()
    await page.getByRole('menuitem', { name: '打印签到表' }).click()
    await page.getByLabel('印签到码（扫码枪用）').check()
    await expect(page.getByRole('img', { name: '吴示例的签到码' })).toBeVisible()
    await expect(page.getByRole('img', { name: '本次活动的签到码' })).toBeVisible()
    await program.picture('95-people-sign-in-sheet')
  })
})
