import path from 'node:path'
import { goTo, openTab, startBranch } from './support/acts'
import { expect, test, type Program } from './support/app'

const today = new Date()
/** A day some months and years from now, the first of its month so that each month has it. */
function dayFromNow(years: number, months: number): string {
  const date = new Date(Date.UTC(today.getFullYear() + years, today.getMonth() + months, 1))
  return date.toISOString().slice(0, 10)
}

/** Fictional members: staff number, name, sex, department, joined. */
const people = ['赵', '钱', '孙', '李', '周', '吴'].map((name, place) => [
  `A00${place + 1}`,
  `${name}示例`,
  place % 2 === 0 ? '男' : '女',
  place < 3 ? '一车间' : '二车间',
  '2015-07',
])

test('a 换届, from the reminder to the new committee', async ({ program }) => {
  test.setTimeout(5 * 60_000)
  await startBranch(program, {
    unionName: '云溪机械厂工会委员会',
    headings: ['工号', '姓名', '性别', '部门', '入会时间'],
    people,
  })
  const { page } = program
  const dialog = page.getByRole('dialog')
  const saved = page.getByText('已保存', { exact: true })
  const save = () => dialog.getByRole('button', { name: '保存', exact: true }).click()
  const pick = async (...names: string[]) => {
    for (const name of names) {
      const box = dialog.getByRole('row', { name: new RegExp(name) }).getByRole('checkbox')
      // The list may be drawn anew while it is being clicked.
      await expect(async () => {
        if (!(await box.isChecked())) await box.click()
        await expect(box).toBeChecked({ timeout: 1000 })
      }).toPass({ timeout: 20_000 })
    }
    await dialog.getByRole('button', { name: /^添加/ }).click()
  }
  const closeNotes = async () => {
    const notes = page.locator('.ant-notification-notice')
    await expect(async () => {
      const close = notes.locator('.ant-notification-notice-close').first()
      if (await close.isVisible()) await close.click({ timeout: 1000 })
      await expect(notes).toHaveCount(0, { timeout: 500 })
    }).toPass({ timeout: 30_000 })
  }

  await test.step('record the committee whose term ends soon', async () => {
    await goTo(program, '队伍')
    await page.getByRole('button', { name: '添加委员会' }).first().click()
    await dialog.getByLabel('第几届').fill('3')
    await dialog.getByLabel('选举日期').fill(dayFromNow(-5, 2))
    await program.picture('el-01-committee')
    await save()
    await expect(page.getByRole('heading', { level: 1, name: /第 3 届委员会/ })).toBeVisible()
    await page.getByRole('button', { name: '添加成员' }).click()
    await pick('赵示例')
    await choosePost(program, '主席')
    await closeNotes()
    await page.getByRole('button', { name: '添加成员' }).click()
    await pick('钱示例', '孙示例')
    await save()
    await expect(page.getByRole('heading', { name: '成员 3 人' })).toBeVisible()
    await closeNotes()
    await program.picture('el-02-seats')
    await program.expectAccessible()
  })

  await test.step('the home page reminds of the election, which is begun there', async () => {
    await goTo(program, '首页')
    await expect(page.getByText(/^委员会将于 .* 届满，请准备换届/)).toBeVisible()
    await program.picture('el-03-home')
    await page.getByRole('link', { name: /去换届/ }).click()
    await page.getByRole('button', { name: '开始换届' }).click()
    await expect(page.getByRole('heading', { level: 1, name: /第 4 届委员会/ })).toBeVisible()
    await closeNotes()
  })

  await test.step('candidates, the request on paper and as a Word file', async () => {
    await page.getByRole('button', { name: '添加候选人' }).click()
    await pick('李示例')
    await choosePost(program, '主席')
    await closeNotes()
    await page.getByRole('button', { name: '添加候选人' }).click()
    await pick('赵示例', '周示例')
    await save()
    await expect(page.getByRole('heading', { name: '候选人 3 人' })).toBeVisible()
    await closeNotes()
    await page.getByRole('button', { name: '换届请示', exact: true }).click()
    await expect(page.getByText('关于云溪机械厂工会委员会换届选举的请示')).toBeVisible()
    await program.picture('el-04-request')
    await program.answerDialogs({ savePath: path.join(program.dataFolder, '请示.docx') })
    await page.getByRole('button', { name: /Word/ }).click()
    await expect(page.getByText(/请示\.docx/)).toBeVisible()
    await page.getByRole('button', { name: '返回' }).click()
  })

  await test.step('the steps, and counts that cannot be', async () => {
    await closeNotes()
    await page.getByRole('button', { name: '登记：换届请示' }).click()
    await dialog.getByLabel('文号或文件名').fill('云机工〔2026〕3 号')
    await save()
    await expect(saved.first()).toBeVisible()
    await closeNotes()
    await page.getByRole('button', { name: '登记：大会选举' }).click()
    for (const [label, count] of [
      ['应到人数', 6],
      ['实到人数', 5],
      ['发出票数', 5],
      ['收回票数', 6],
      ['有效票数', 5],
    ] as const) {
      await dialog.getByLabel(label).fill(String(count))
    }
    await expect(dialog.getByText('收回票数不能多于发出票数，请核对')).toBeVisible()
    await program.picture('el-05-counts')
    await dialog.getByLabel('收回票数').fill('5')
    await save()
    await expect(page.getByText('得票达到 4 票方为当选')).toBeVisible()
    await closeNotes()
  })

  await test.step('votes, and who was elected', async () => {
    for (const [name, votes] of [
      ['李示例', 5],
      ['赵示例', 4],
      ['周示例', 2],
    ] as const) {
      await page.getByLabel(`得票：${name}`).fill(String(votes))
    }
    await page.getByLabel('当选：李示例').check()
    await page.getByLabel('当选：赵示例').check()
    await page.getByRole('button', { name: '保存得票' }).click()
    await expect(saved.first()).toBeVisible()
    await closeNotes()
    await program.picture('el-06-votes')
    await program.expectAccessible()
    await page.getByRole('button', { name: '选举结果报告', exact: true }).click()
    await expect(page.getByText(/大会应到6人，实到5人/)).toBeVisible()
    await program.picture('el-07-result')
    await page.getByRole('button', { name: '返回' }).click()
  })

  await test.step('finish: the new committee stands, the old one has ended, in one step', async () => {
    await page.getByRole('button', { name: '完成换届' }).click()
    await dialog.getByLabel('批复文号').fill('云总工〔2026〕8 号')
    await program.picture('el-08-finish')
    await save()
    await expect(page.getByText('换届完成：第 4 届委员会')).toBeVisible()
    await expect(page.getByRole('heading', { name: '成员 2 人' })).toBeVisible()
    await program.picture('el-09-standing')
    await page.locator('.ant-notification-notice').getByRole('button', { name: '撤销' }).waitFor()
  })

  await test.step('take it back, and bring it again', async () => {
    await program.answerDialogs({ confirm: true })
    await page.locator('.ant-notification-notice').getByRole('button', { name: '撤销' }).click()
    await expect(page.getByRole('button', { name: '完成换届' })).toBeVisible()
    await closeNotes()
    await page.getByRole('button', { name: '完成换届' }).click()
    await save()
    await expect(page.getByRole('heading', { name: '成员 2 人' })).toBeVisible()
    await closeNotes()
    await page.getByRole('button', { name: '名册' }).click()
    await expect(page.getByRole('article', { name: '第四届委员会名册' })).toBeVisible()
    await program.picture('el-10-roster')
    await goTo(program, '首页')
    await expect(page.getByText(/请准备换届|换届正在进行/)).toHaveCount(0)
  })

  await test.step('the other pages of the officers', async () => {
    for (const [place, tab] of ['委员会', '会员代表', '任职', '工作队伍', '培训', '外部服务', '投稿'].entries()) {
      await openTab(program, '队伍', tab)
      await program.picture(`el-${11 + place}-tab`)
      await program.expectAccessible()
    }
  })
})

/** In the dialog that asks for which post. */
async function choosePost(program: Program, title: string): Promise<void> {
  const dialog = program.page.getByRole('dialog')
  const box = dialog.getByRole('combobox').first()
  await box.fill(title)
  await box.press('Tab')
  // The list of usual titles may lie over the button for as long as it folds up.
  await expect(program.page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')).toHaveCount(0)
  await dialog.getByRole('button', { name: '保存', exact: true }).click()
  await expect(dialog).toHaveCount(0)
}
