import { utils } from '@e965/xlsx'
import { expect, type Program } from './app'
import { upload } from './workbook'

/** Opens a page by the main menu. */
export async function goTo({ page }: Program, name: string): Promise<void> {
  await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

export async function openTab(program: Program, page: string, tab: string): Promise<void> {
  await goTo(program, page)
  await program.page.getByRole('tab', { name: tab, exact: true }).click()
}

/** Chooses from a select, whose list draws only what is in view. */
export async function choose({ page }: Program, label: string, option: string): Promise<void> {
  const box = page.getByRole('combobox', { name: label }).last()
  const list = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden, .ant-slide-up-leave)')
  const wanted = list.locator('.ant-select-item-option').getByText(option, { exact: true })
  const first = list.locator('.ant-select-item-option').first()
  // A list that is opened while its page still fills closes again.
  await expect(async () => {
    if (!(await first.isVisible())) await box.click()
    await expect(first).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 20_000 })
  if (!(await wanted.isVisible())) {
    await list.hover()
    await page.mouse.wheel(0, -10_000)
    await expect(async () => {
      if (!(await wanted.isVisible())) await page.mouse.wheel(0, 120)
      await expect(wanted).toBeVisible({ timeout: 500 })
    }).toPass({ timeout: 20_000 })
  }
  await wanted.click()
  await expect(list).toHaveCount(0)
}

const passphrase = '青山绿水-1953-机械厂'

interface NewBranch {
  readonly unionName: string
  readonly headings: readonly string[]
  /** Fictional people, a row each under the headings. */
  readonly people: readonly (readonly (string | number)[])[]
}

/** Opens the program for the first time, makes a branch and imports its roster, as a secretary does. */
export async function startBranch(program: Program, { unionName, headings, people }: NewBranch): Promise<void> {
  const page = await program.open()
  await page.getByRole('button', { name: '建立本会的记录' }).click()
  await page.getByLabel('工会名称').fill(unionName)
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByLabel('新密码').fill(passphrase)
  await page.getByLabel('再输一次').fill(passphrase)
  await page.getByRole('button', { name: '建立' }).click()
  await page.getByLabel('我已经打印或抄写，并妥善保管').check()
  await page.getByRole('button', { name: '进入' }).click()
  await goTo(program, '导入花名册')
  const book = utils.book_new()
  const rows = [[...headings], ...people.map((person) => [...person])]
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '花名册')
  await page.locator('input[type=file]').setInputFiles(upload('花名册.xlsx', book))
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('button', { name: `写入 ${people.length} 名会员` }).click()
  await expect(page.getByText(`新增 ${people.length} 名`)).toBeVisible()
}
