import { addDays, dayOf } from '../../shared/rules/date'
import { choose, openTab, startBranch } from './support/acts'
import { expect, test } from './support/app'

const secret = '远山-灯塔-二十四桥'
const headings = ['工号', '姓名', '性别', '部门', '入会时间']
const people = [
  ['A001', '周示例', '女', '一车间', '2016-07'],
  ['A002', '吴示例', '男', '二车间', '2018-03'],
] as const
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

test('a hardship file, from the second passphrase to the aid, and masked again', async ({ program }) => {
  test.setTimeout(5 * 60_000)
  await test.step('a branch with two members', () =>
    startBranch(program, { unionName: '云溪机械厂工会委员会', headings, people }))
  const { page } = program
  const dialog = page.getByRole('dialog')
  const today = dayOf(new Date())

  await test.step('set the passphrase of sensitive data; a wrong one is said plainly', async () => {
    await openTab(program, '服务', '困难档案')
    await expect(page.getByText('没有困难档案')).toBeVisible()
    await program.picture('h01-empty')
    await page.getByRole('button', { name: '建立档案' }).click()
    await dialog.getByRole('button', { name: '查看敏感信息' }).click()
    await page.getByLabel('新密码').fill(secret)
    await page.getByLabel('再输一次').fill(secret)
    await program.picture('h02-passphrase')
    await dialog.last().getByRole('button', { name: '保存' }).click()
    await page.getByLabel('敏感信息密码', { exact: true }).fill('不是这个密码')
    await page.getByRole('button', { name: '建立困难档案' }).click()
    await dialog.last().getByRole('button', { name: '查看敏感信息' }).click()
    await expect(page.getByText('密码不对')).toBeVisible()
    await program.picture('h03-wrong')
    await page.getByLabel('敏感信息密码', { exact: true }).fill(secret)
    await dialog.last().getByRole('button', { name: '查看敏感信息' }).click()
    await expect(page.getByText('敏感信息已打开，查看都会记录')).toBeVisible()
  })

  await test.step('open a file', async () => {
    await choose(program, '职工', '周示例　一车间')
    await choose(program, '主要致困原因', '家属疾病')
    await dialog.getByLabel('本人月平均收入').fill('3000')
    await program.picture('h04-new')
    await dialog.getByRole('button', { name: '保存' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '周示例的困难档案' })).toBeVisible()
  })

  await test.step('the family', async () => {
    await page.getByRole('button', { name: '添加家庭成员' }).click()
    await dialog.getByLabel('姓名').fill('郑示例')
    await choose(program, '与职工的关系', '配偶')
    await choose(program, '健康状况', '恶性肿瘤')
    await dialog.getByLabel('月收入').fill('0')
    await dialog.getByRole('button', { name: '保存' }).click()
    await expect(page.getByRole('cell', { name: '郑示例' })).toBeVisible()
  })

  await test.step('figures give a class with its arithmetic', async () => {
    await page.getByRole('button', { name: '登记收支' }).click()
    await expect(dialog.getByLabel('家庭年可支配收入')).toHaveValue('36000')
    await dialog.getByLabel('年刚性支出').fill('24000')
    await dialog.getByLabel('当地低保标准（每人每月）').fill('900')
    await expect(dialog.getByText('按数字算，属于：深度困难')).toBeVisible()
    await expect(dialog.getByText('人均每月 500.00 元')).toBeVisible()
    await program.picture('h05-figures')
    await dialog.getByRole('button', { name: '保存' }).click()
    await expect(page.getByText('按数字算，属于：深度困难')).toBeVisible()
  })

  await test.step('a paper', async () => {
    await choose(program, '附件类别', '诊断证明')
    await page.locator('input[type=file]').setInputFiles({ name: '诊断.png', mimeType: 'image/png', buffer: png })
    await expect(page.getByText('诊断证明 已有')).toBeVisible()
    await program.picture('h06-file')
  })

  await test.step('publicity, then the decision', async () => {
    const year = page.getByRole('article')
    await year.getByRole('button', { name: '修改', exact: true }).click()
    await dialog.getByLabel('公示开始').fill(addDays(today, -9))
    await dialog.getByLabel('公示结束').fill(today)
    await dialog.getByLabel('公示地点').fill('厂区公告栏')
    await dialog.getByLabel('认定日期').fill(today)
    await expect(dialog.getByText('认定的日期在公示结束之前，一般应等公示期满')).toBeVisible()
    await dialog.getByLabel('公示结束').fill(addDays(today, -2))
    await expect(dialog.getByText('认定的日期在公示结束之前，一般应等公示期满')).toBeHidden()
    await dialog.getByLabel('相对困难', { exact: true }).check()
    await expect(dialog.getByLabel('和计算结果不同的理由')).toBeVisible()
    await dialog.getByLabel('深度困难', { exact: true }).check()
    await dialog.getByLabel('认定文件或会议').fill('工会委员会 3 号纪要')
    await program.picture('h07-decision')
    await dialog.getByRole('button', { name: '保存' }).click()
    await expect(year.getByText(/^认定：/)).toBeVisible()
    await page.getByRole('link', { name: '打印公示' }).click()
    const notice = page.getByRole('article', { name: '困难职工认定公示' })
    await expect(notice.getByText('周示例')).toBeVisible()
    await page.getByLabel('姓名只写姓').check()
    await expect(notice.getByText('周**')).toBeVisible()
    await program.picture('h08-notice')
    await page.getByRole('button', { name: '返回' }).click()
  })

  await test.step('aid', async () => {
    await page.getByRole('button', { name: '登记帮扶' }).click()
    await dialog.getByLabel('金额').fill('2000')
    await program.picture('h09-aid')
    await dialog.getByRole('button', { name: '保存' }).click()
    await expect(page.getByText('帮扶情况（累计 ¥2,000.00）')).toBeVisible()
    await page.getByRole('button', { name: '打印档案表' }).click()
    await expect(page.getByRole('article', { name: '困难职工档案表' })).toBeVisible()
    await program.picture('h10-form')
    await page.getByRole('button', { name: '返回' }).click()
  })

  await test.step('closed again, everything is masked', async () => {
    await page.getByRole('button', { name: '收起' }).click()
    await expect(page.getByText('健康、残疾、银行账户、子女等敏感信息已隐藏')).toBeVisible()
    await expect(page.getByText('郑示例')).toHaveCount(0)
    await expect(page.getByText('家属疾病')).toHaveCount(0)
    await expect(page.getByText('诊断证明')).toHaveCount(0)
    await program.picture('h11-masked')
    await program.expectAccessible()
    await openTab(program, '服务', '困难档案')
    await expect(page.getByRole('row', { name: /周示例/ })).toContainText('深度困难')
    await program.picture('h12-list')
    await program.expectAccessible()
  })
})
