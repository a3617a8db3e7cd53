import AxeBuilder from '@axe-core/playwright'
import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { Secret, TOTP } from 'otpauth'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hubLinkOf } from '../../electron/backend/federation/hub-link'
import { fillSampleBranch } from '../../electron/backend/sample/fill-sample-branch'
import { openTestBranch, type TestBranch } from '../fixtures/branch'
import { addMembers, enrol } from '../integration/federation/branch'
import { ADMIN_KEY, startHub, type TestHub } from '../integration/federation/hub'

/** Debian's browser; the set-up installs it there. */
const executablePath = '/usr/bin/chromium'
const isDebian = existsSync('/etc/debian_version')
const screens = path.resolve('out', 'screens')
const sizes = { desk: { width: 1400, height: 900 }, phone: { width: 360, height: 740 } }
const password = '云溪-春耕-0417-灯'

let hub: TestHub
let browser: Browser
let page: Page
let sample: TestBranch

beforeAll(async () => {
  if (!isDebian) return
  mkdirSync(screens, { recursive: true })
  hub = await startHub()
  sample = openTestBranch()
  await fillSampleBranch(sample.db)
  await enrol(sample.db, hub)
  using small = openTestBranch()
  const name = '<云溪>第二建筑工程有限责任公司工程机械租赁分公司工会委员会'
  small.db.write(() => small.db.sqlite.prepare('UPDATE branch SET union_name = ?').run(name))
  addMembers(small.db, '欧阳不见', '司徒不见')
  await enrol(small.db, hub)
  await hubLinkOf(small.db).leave()
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  page = await browser.newPage({ viewport: sizes.desk, locale: 'zh-CN' })
  // A page that is refused is told in the console as well.
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('403')) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
})
afterAll(async () => {
  if (!isDebian) return
  await browser.close()
  sample[Symbol.dispose]()
  await hub[Symbol.asyncDispose]()
})

const complaints: string[] = []
const go = (to: string) => page.goto(hub.server.address + to)
const press = (name: string) => page.getByRole('button', { name, exact: true }).click()

/** Nothing stands out to the right of the page, and nobody who uses a screen reader is left out. */
async function expectSound(name: string): Promise<void> {
  await page.screenshot({ path: path.join(screens, `console-${name}.png`), fullPage: true })
  const overhang = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect.soft(overhang, `${name} is wider than the screen`).toBe(0)
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  expect
    .soft(violations.map(({ id, nodes }) => `${name} ${id}: ${nodes.map(({ html }) => html).join(' | ')}`))
    .toEqual([])
}

describe.skipIf(!isDebian)('the console in a browser', () => {
  it('takes the first account from the key to the two-factor code and in', async () => {
    await go('/')
    await expectSound('01-sign-in')
    await page.getByRole('link', { name: '用管理密钥进入' }).click()
    await page.getByLabel('管理密钥').fill(ADMIN_KEY)
    await press('登录')
    await page.getByLabel('姓名').fill('周见微')
    await page.getByLabel('登录名').fill('zhou')
    await page.getByLabel('审计').check()
    await expectSound('02-first-account')
    await press('建立账号')
    const initial = await page.getByRole('status').innerText()
    await expectSound('03-initial-password')
    await press('去登录')
    await page.getByLabel('登录名').fill('zhou')
    await page.getByLabel('密码').fill(initial)
    await press('登录')
    await page.getByLabel('新密码').fill(password)
    await page.getByLabel('再输一次').fill(password)
    await expectSound('04-own-password')
    await press('保存')
    const secret = await page.locator('input[name=secret]').inputValue()
    await page.getByLabel('验证码').fill(new TOTP({ secret: Secret.fromBase32(secret) }).generate())
    await expectSound('05-two-factor')
    await press('保存')
    expect(
      await page
        .getByRole('listitem')
        .filter({ hasText: /^[0-9A-Z]{4}-/ })
        .count(),
    ).toBe(10)
    await expectSound('06-recovery-codes')
    await page.getByRole('link', { name: '我已收好，继续' }).click()
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('云溪区总工会')
  })

  it('is whole, sound and of its words at a desk and on a phone, on every page of its navigation', async () => {
    await go('/')
    const links = page.getByRole('navigation', { name: '主菜单' }).getByRole('link')
    const paths = await links.evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''))
    expect(paths.length).toBeGreaterThan(8)
    const branch = `/branch?organisation=${sample.branchId}`
    for (const [size, viewport] of Object.entries(sizes)) {
      await page.setViewportSize(viewport)
      for (const to of [...paths, branch, '/me']) {
        const response = await go(to)
        expect(response?.status()).toBe(200)
        await expectSound(`${size}${to.split('?')[0]?.replaceAll('/', '-') ?? ''}`)
      }
    }
    await page.setViewportSize(sizes.desk)
  }, 180_000)

  it('opens what is behind a figure, by the keyboard alone', async () => {
    await go('/')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(page.url()).toContain('#content')
    await page.getByRole('link', { name: /待处理的数据/ }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/quality/)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('数据质量')
  })

  it('speaks the other languages on the same page', async () => {
    for (const [name, heading] of [
      ['繁體中文', '基層工會'],
      ['English', 'Branches'],
      ['简体中文', '基层工会'],
    ] as const) {
      if (name === '繁體中文') await go('/branches')
      await page.getByRole('link', { name }).click()
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(heading)
      await expectSound(`language-${heading}`)
    }
  })

  it('runs no script and never complains', () => {
    expect(complaints).toEqual([])
  })
})
