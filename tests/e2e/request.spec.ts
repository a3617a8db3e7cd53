import { choose, goTo, openTab, startBranch } from './support/acts'
import { expect, test } from './support/app'

/** Fictional members of a small branch: staff number, name, group. */
const people = [
  ['A001', '周示例', '一车间'],
  ['A002', '吴示例', '一车间'],
  ['B001', '郑示例', '二车间'],
] as const

/** The day so many days ago, by the clock of this PC. */
function daysAgo(days: number): string {
  const day = new Date()
  day.setDate(day.getDate() - days)
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}

test('a request from a visit to its reply', async ({ program }) => {
  test.setTimeout(5 * 60_000)
  await startBranch(program, { unionName: '云溪机械厂工会委员会', headings: ['工号', '姓名', '部门'], people })
  const { page } = program
  const dialog = page.getByRole('dialog')
  const save = () => dialog.getByRole('button', { name: '保存', exact: true }).click()
  const next = page.getByRole('group', { name: '下一步' })
  const take = async (act: string) => {
    await next.getByRole('button', { name: act, exact: true }).click()
    await expect(dialog).toBeVisible()
    // A dialog that is still growing may move away under the mouse.
    await expect(page.locator('[class*="ant-zoom-"]')).toHaveCount(0)
  }

  await test.step('record what is asked in a visit; the topic is proposed', async () => {
    await openTab(program, '服务', '职工诉求')
    await expect(page.getByText('没有在办的诉求')).toBeVisible()
    await program.picture('160-no-requests')
    await page.getByRole('button', { name: '登记诉求' }).click()
    await choose(program, '会员', '周示例　一车间')
    await dialog.getByRole('textbox', { name: '标题' }).fill('夜班就餐没有着落')
    await dialog.getByRole('textbox', { name: '内容' }).fill('夜班下班时食堂已经关门，饭菜都没有了。')
    await expect(dialog.getByText('按“就餐”“食堂”“饭菜”看，像是：')).toBeVisible()
    await dialog.getByRole('button', { name: '食堂' }).click()
    await program.picture('161-new-request')
    await save()
    await expect(page.getByRole('heading', { level: 1, name: '夜班就餐没有着落' })).toBeVisible()
    await expect(next.getByText('还没有受理。')).toBeVisible()
    await program.picture('162-received')
    await program.expectAccessible()
  })

  await test.step('accept it, hand it on and answer it', async () => {
    await take('受理')
    await save()
    await expect(next.getByText('已受理，等待办理。')).toBeVisible()
    await take('交办')
    await dialog.getByRole('combobox', { name: '承办人' }).fill('李委员')
    await program.picture('163-hand-on')
    await save()
    await expect(next.getByText('正在办理。')).toBeVisible()
    await take('回复')
    await save()
    await expect(dialog.getByRole('alert')).toHaveText('请填写')
    await dialog.getByRole('textbox', { name: '答复内容' }).fill('已与食堂商定，夜班开放到二十三点。')
    await save()
    await expect(next.getByText('已经回复，请回访是否满意，再办结。')).toBeVisible()
  })

  await test.step('call back and close it; the closing can be taken back', async () => {
    await take('回访')
    await dialog.getByText('很满意', { exact: true }).click()
    await program.picture('164-call-back')
    await save()
    await expect(page.getByRole('listitem').filter({ hasText: '回访' })).toBeVisible()
    await take('办结')
    await save()
    await expect(next.getByText('已经办结。')).toBeVisible()
    await program.picture('165-closed')
    await program.answerDialogs({ confirm: true })
    const notice = page.locator('.ant-notification-notice').filter({ hasText: '已登记：办结' })
    await notice.getByRole('button', { name: '撤销' }).click()
    await expect(next.getByText('已经回复，请回访是否满意，再办结。')).toBeVisible()
    await take('办结')
    await save()
    await expect(next.getByText('已经办结。')).toBeVisible()
  })

  await test.step('the work order on paper', async () => {
    await page.getByRole('button', { name: '办理单' }).click()
    const order = page.getByRole('article', { name: '职工诉求办理单' })
    await expect(order.getByText('已与食堂商定，夜班开放到二十三点。')).toBeVisible()
    await program.picture('166-work-order')
  })

  await test.step('one that is overdue stands on the home page, and opens its list', async () => {
    await openTab(program, '服务', '职工诉求')
    await page.getByRole('button', { name: '登记诉求' }).click()
    await dialog.getByText('匿名', { exact: true }).click()
    await dialog.getByRole('textbox', { name: '标题' }).fill('上月奖金没有发')
    await dialog.getByRole('textbox', { name: '收到日期' }).fill(daysAgo(3))
    await choose(program, '级别', '紧急：当天办理')
    await dialog.getByRole('button', { name: '工资' }).click()
    await save()
    await expect(page.getByText('超期 3 天')).toBeVisible()
    await goTo(program, '首页')
    await expect(page.getByText('1 件诉求超过期限还没有办结')).toBeVisible()
    await program.picture('167-home')
    await page.getByRole('link', { name: /去督办/ }).click()
    await expect(page.getByRole('grid').getByText('上月奖金没有发')).toBeVisible()
    await program.picture('168-overdue')
    await program.expectAccessible()
    await page.getByText('办理情况', { exact: true }).click()
    await expect(page.getByRole('button', { name: '办结 1 件', exact: true })).toBeVisible()
    await program.picture('169-figures')
    await program.expectAccessible()
  })
})
