import { existsSync } from 'node:fs'
import path from 'node:path'
import { choose, goTo, openTab, startBranch } from './support/acts'
import { expect, test } from './support/app'

/** Fictional members of a small branch: staff number, name, department. */
const people = [
  ['A001', '周示例', '一车间'],
  ['A002', '吴示例', '一车间'],
  ['A003', '郑示例', '一车间'],
  ['B001', '王示例', '二车间'],
  ['B002', '冯示例', '二车间'],
] as const

const YEAR = new Date().getFullYear()

test('an activity from plan to settled', async ({ program }) => {
  test.setTimeout(5 * 60_000)
  await startBranch(program, {
    unionName: '云溪机械厂工会委员会',
    headings: ['工号', '姓名', '部门'],
    people,
  })
  const { page } = program
  const dialog = page.getByRole('dialog')
  const next = page.getByRole('region', { name: '进度和下一步' })
  const save = () => dialog.getByRole('button', { name: '保存', exact: true }).click()

  await test.step('take limits of outings over', async () => {
    await openTab(program, '经费', '支出标准')
    await page.locator('.ant-segmented').getByText('支出标准').click()
    await page.getByRole('button', { name: '采用现成标准' }).click()
    await choose(program, '地区或单位', '浙江工商大学')
    await dialog.getByLabel('从哪天起').fill(`${YEAR}-01-01`)
    await save()
    await expect(page.getByText('已采用浙江工商大学的支出标准')).toBeVisible()
  })

  await test.step('plan it', async () => {
    await goTo(program, '活动')
    await page.getByRole('button', { name: '新建活动' }).first().click()
    await page.getByLabel('活动名称').fill('秋游')
    await choose(program, '活动类别', '春游秋游')
    await page.getByLabel('开始时间').fill('8:30')
    await page.getByLabel('地点').fill('云溪植物园')
    await page.getByLabel('名额').fill('4')
    await page.getByLabel('联系人').fill('李示例 8012')
    await page.getByLabel('结束时间').fill('7:00')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await expect(page.getByText('结束时间不能早于开始时间')).toBeVisible()
    await page.getByLabel('结束时间').fill('17:00')
    await program.picture('70-activity-form')
    await program.expectAccessible()
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await expect(page.getByRole('heading', { name: '秋游' })).toBeVisible()
  })

  await test.step('a budget over the limit needs a reason', async () => {
    await next.getByRole('button', { name: '编预算' }).click()
    await page.getByRole('tabpanel').getByRole('button', { name: '编预算' }).click()
    await dialog.getByLabel('第 1 项预算').fill('1200')
    await expect(dialog.getByText(/春秋游人均 ¥300.00，超过标准 ¥100.00/)).toBeVisible()
    await save()
    await expect(dialog.getByText('超过支出标准时，请写明原因')).toBeVisible()
    await program.picture('71-activity-over-limit')
    await dialog.getByLabel('超标准原因').fill('景区较远，须包车前往')
    await save()
    await expect(page.getByText('预算已保存，共 ¥1,200.00')).toBeVisible()
    await program.picture('72-activity-budget')
    await program.expectAccessible()
  })

  await test.step('hand it in and have it approved', async () => {
    await next.getByRole('button', { name: '报批' }).click()
    await dialog.getByLabel('经办人').fill('李示例')
    await save()
    await expect(page.getByText('等待分会主席审批。')).toBeVisible()
    await next.getByRole('button', { name: '登记审批意见' }).click()
    await dialog.getByText('退回', { exact: true }).click()
    await save()
    await expect(dialog.getByText('退回时请写明意见，经办人好照着改')).toBeVisible()
    await dialog.getByText('同意', { exact: true }).click()
    await program.picture('73-activity-decision')
    await save()
    await expect(next.getByText(/^报名中/)).toBeVisible()
  })

  await test.step('copy the notice', async () => {
    await page.getByRole('tab', { name: '安排', exact: true }).click()
    await page.getByRole('button', { name: '复制通知' }).click()
    await expect(page.getByText('已复制，可以粘贴到微信群')).toBeVisible()
    const copied = await program.app.evaluate(({ clipboard }) => clipboard.readText())
    for (const said of ['【活动通知】秋游', '08:30', '云溪植物园', '4 人', '李示例 8012'])
      expect(copied).toContain(said)
    await program.picture('74-activity-notice')
    await program.expectAccessible()
  })

  await test.step('sign up and mark who came', async () => {
    await next.getByRole('button', { name: '登记报名' }).click()
    await page.getByRole('button', { name: '添加人员' }).first().click()
    for (const row of [1, 2, 3, 4]) await dialog.getByRole('checkbox').nth(row).check()
    await dialog.getByRole('button', { name: /^添加 4 人/ }).click()
    await expect(dialog).toBeHidden()
    await page.getByRole('button', { name: '全部到场' }).click()
    await page.getByRole('tooltip').getByRole('button', { name: '确定' }).click()
    await expect(page.getByRole('definition').filter({ hasText: '4 人' })).toHaveCount(2)
    await program.picture('75-activity-people')
  })

  await test.step('settle it', async () => {
    await page.getByRole('tab', { name: '经费', exact: true }).click()
    await page.getByRole('button', { name: '办理决算' }).click()
    await dialog.getByLabel('第 1 项实际').fill('760')
    await dialog.getByLabel('活动小结').fill('四人参加，当日往返。')
    await expect(dialog.getByText(/春秋游人均 ¥190.00，在标准内/)).toBeVisible()
    await program.picture('76-activity-settlement')
    await save()
    await expect(next.getByText(/决算，可以打印活动登记表存档/)).toBeVisible()
    await program.picture('77-activity-settled')
    await program.expectAccessible()
  })

  await test.step('its record, on paper and as a workbook', async () => {
    await next.getByRole('button', { name: '活动登记表' }).click()
    await expect(page.getByRole('article', { name: '工会会员活动登记表' })).toContainText('760.00')
    await program.picture('78-activity-record')
    const savePath = path.join(program.dataFolder, '活动登记表.xlsx')
    await program.answerDialogs({ savePath })
    await page.getByRole('button', { name: '存为表格' }).click()
    await expect(page.getByText('已保存 活动登记表.xlsx')).toBeVisible()
    expect(existsSync(savePath)).toBe(true)
    await page.getByRole('button', { name: '返回' }).click()
  })

  await test.step('reopen it, and take that back', async () => {
    await page.getByRole('tab', { name: '经费', exact: true }).click()
    await program.answerDialogs({ confirm: true })
    await page.getByRole('button', { name: '重开决算' }).click()
    await dialog.getByRole('button', { name: '补充票据' }).click()
    await dialog.getByRole('button', { name: '重开决算' }).click()
    const told = page.getByRole('alert').filter({ hasText: '已重开决算' })
    await expect(told).toBeVisible()
    await told.getByRole('button', { name: '撤销' }).click()
    await expect(next.getByText(/决算，可以打印活动登记表存档/)).toBeVisible()
  })

  await test.step('repeat it, and see the months', async () => {
    await goTo(program, '活动')
    await page.getByRole('button', { name: '新建活动' }).first().click()
    await page.getByLabel('活动名称').fill('读书会')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByRole('button', { name: '更多' }).click()
    await page.getByRole('menuitem', { name: '安排重复' }).click()
    await dialog.getByLabel('一共几次').fill('3')
    await expect(dialog.getByText('将新增 2 个活动：')).toBeVisible()
    await program.picture('79-activity-repeat')
    await save()
    await expect(page.getByText('已新增 2 个活动')).toBeVisible()
    await goTo(program, '活动')
    await expect(page.getByRole('grid').getByRole('row')).toHaveCount(5)
    await page.getByText('月历', { exact: true }).click()
    const calendar = page.getByRole('region', { name: '月历' })
    await expect(calendar.getByRole('link', { name: /读书会/ }).first()).toBeVisible()
    await program.picture('79-activity-calendar')
    await program.expectAccessible()
  })
})
