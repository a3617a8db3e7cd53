import { read, utils } from '@e965/xlsx'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test, type Program } from './support/app'
import { upload, type Upload } from './support/workbook'

const ROWS = [
  ['姓名', '身份证号码', '手机', '内部代码', '学历'],
  ['欧阳示一', '110105194912310011', '13812345670', 'X-1', '高中/中专'],
  ['欧阳示二', '110105194912310021', '13812345671', 'X-2', '本科'],
  ['欧阳示三', '110105194912310038', '13812345672', 'X-3', '高中/中专'],
]
/** The second one's number as it should be. */
const CORRECT = '11010519491231002X'

function roster(): Upload {
  const workbook = utils.book_new()
  utils.book_append_sheet(workbook, utils.aoa_to_sheet(ROWS), '名册')
  return upload('厂部花名册.xlsx', workbook)
}

async function choose({ page }: Program, file: Upload) {
  await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '导入花名册' }).click()
  await expect(page.getByRole('heading', { name: '导入花名册' })).toBeVisible()
  await page.locator('input[type=file]').setInputFiles(file)
}

test('a roster with doubtful columns, doubtful values and a bad row, from its columns to its undo', async ({
  program,
}) => {
  test.setTimeout(5 * 60_000)
  const page = await program.open()
  const next = page.getByRole('button', { name: '下一步' })
  const tile = (name: string) => page.getByRole('group', { name: '按结果筛选' }).getByRole('button', { name })
  await page.getByRole('button', { name: '先看看示例' }).click()
  await expect(page.getByText('今天要做的事')).toBeVisible()

  await test.step('correct what a column means', async () => {
    await choose(program, roster())
    await expect(page.getByRole('row', { name: /内部代码/ }).getByText('请核对')).toBeVisible()
    await program.picture('50-columns-unsure')
    await program.expectAccessible()
    const field = page.getByRole('combobox', { name: '“内部代码”列导入为' })
    await field.fill('工号')
    await field.press('Enter')
    await next.click()
  })

  await test.step('answer for a value once, for all its rows', async () => {
    const question = page.getByRole('group', { name: '学历“高中/中专”' })
    await expect(question).toContainText('2 行')
    await program.picture('51-questions')
    await program.expectAccessible()
    await question.getByRole('button', { name: '中专' }).click()
    await expect(question.getByRole('button', { name: '中专', pressed: true })).toBeVisible()
    await next.click()
  })

  await test.step('write the good rows, keep the bad one', async () => {
    await tile('新会员 2').click()
    await expect(page.getByText('另有 1 行被筛选隐藏')).toBeVisible()
    await expect(page.getByRole('grid', { name: '预览' })).toContainText('中专')
    await program.picture('52-preview')
    await program.expectAccessible()
    await page.getByRole('button', { name: '写入 2 名会员' }).click()
    await expect(page.getByText('新增 2 名')).toBeVisible()
  })

  await test.step('correct the bad row in a workbook and hand it in again', async () => {
    const file = path.join(program.dataFolder, 'left-out.xlsx')
    await program.answerDialogs({ savePath: file })
    await page.getByRole('button', { name: '把没导入的行存成表格' }).click()
    await expect(page.getByText(/^已保存/)).toBeVisible()
    const workbook = read(readFileSync(file))
    const sheet = workbook.Sheets['名册'] ?? {}
    expect(utils.sheet_to_json(sheet, { header: 1 })[2]).toContainEqual(expect.stringContaining('B3'))
    utils.sheet_add_aoa(sheet, [[CORRECT]], { origin: 'B3' })
    await choose(program, upload('改好的.xlsx', workbook))
    await expect(page.getByText('改好 1 行')).toBeVisible()
    await expect(tile('新会员 1')).toBeVisible()
    await program.picture('53-rows-returned')
    await page.getByRole('button', { name: '写入 1 名会员' }).click()
    await expect(page.getByText('新增 1 名')).toBeVisible()
  })

  await test.step('take the import back', async () => {
    await program.answerDialogs({ confirm: true })
    await page.getByRole('button', { name: '撤销这次导入' }).click()
    // What it would take back is told first, and moves the button.
    await expect(page.getByRole('dialog')).toContainText('会收回')
    await page.getByRole('dialog').getByRole('button', { name: '撤销', exact: true }).click()
    await expect(page.getByText(/已撤销/).first()).toBeVisible()
  })

  await test.step('the same columns and values are known when the file comes again', async () => {
    await choose(program, roster())
    await expect(page.getByText('各列都已认出')).toBeVisible()
    await next.click()
    await expect(page.getByRole('grid', { name: '预览' })).toBeVisible()
    await expect(tile('没有变化 2')).toBeVisible()
    await expect(page.getByText(/已经导入过；其中 2 行与记录相同/)).toBeVisible()
  })
})
