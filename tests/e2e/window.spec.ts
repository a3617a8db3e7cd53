import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from './support/app'

test('the window is sandboxed, without Node, under a strict content security policy', async ({ program }) => {
  const page = await program.open()
  await expect(page.getByRole('button').first()).toBeVisible()

  const preferences = await program.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    // Left out of the published types.
    if (contents === undefined || !('getLastWebPreferences' in contents)) return null
    const read = contents.getLastWebPreferences
    return typeof read === 'function' ? JSON.stringify(read.call(contents)) : null
  })
  expect(JSON.parse(preferences ?? '{}')).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
  })
  expect(await page.evaluate(() => [typeof globalThis.process, 'require' in globalThis])).toEqual(['undefined', false])

  const policy = await page.evaluate(async () => (await fetch('/')).headers.get('Content-Security-Policy'))
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self';")
  expect(policy).toContain("require-trusted-types-for 'script'")
})

test('no text becomes an element of the page', async ({ program }) => {
  const page = await program.open()
  await expect(page.getByRole('button').first()).toBeVisible()
  const outcome = await page.evaluate(() => {
    try {
      document.body.innerHTML = '<img src="x">'
      return 'made'
    } catch (error) {
      return error instanceof Error ? error.name : 'unknown'
    }
  })
  expect(outcome).toBe('TypeError')
  program.complaints.length = 0
})

test('the keys for zoom make the page larger, smaller and its own size', async ({ program }) => {
  const page = await program.open()
  await expect(page.getByRole('button').first()).toBeVisible()
  const ratio = () => page.evaluate(() => window.devicePixelRatio)
  const own = await ratio()
  for (const expected of [1.2, 1.44, 1.728, 2.0736]) {
    await program.pressNatively('=', ['control'])
    await expect.poll(async () => (await ratio()) / own).toBeCloseTo(expected, 2)
  }
  await program.pressNatively('-', ['control'])
  await expect.poll(async () => (await ratio()) / own).toBeCloseTo(1.728, 2)
  await program.pressNatively('0', ['control'])
  await expect.poll(ratio).toBe(own)
})

test('when the process of the records is killed, the program says so once and goes on', async ({ program }) => {
  const page = await program.open()
  await expect(page.getByRole('button').first()).toBeVisible()
  await program.answerDialogs({})
  const reloaded = page.waitForEvent('load')
  await program.app.evaluate(({ app }) => {
    const backend = app.getAppMetrics().find(({ name }) => name === 'gonghui-backend')
    if (backend === undefined) throw new Error('The process of the records does not run')
    process.kill(backend.pid, 'SIGKILL')
  })
  await reloaded
  await expect(page.getByRole('button').first()).toBeVisible()
  expect(await program.questions()).toHaveLength(1)
  expect(readFileSync(path.join(program.dataFolder, 'logs', 'gonghui.log'), 'utf8')).toContain('"backend-ended"')
})

test('the page can reach nothing but its own files', async ({ program }) => {
  const page = await program.open()
  await expect(page.getByRole('button').first()).toBeVisible()
  const statuses = await page.evaluate(async () => {
    const addresses = ['/../main.js', '/%2e%2e/main.js', '/..%2fmain.js', '/nothing.js']
    return Promise.all(addresses.map(async (address) => (await fetch(address)).status))
  })
  expect(statuses).toEqual([404, 404, 404, 404])
  // The page reports each refusal, as it should.
  program.complaints.length = 0
  const before = page.url()
  await page.evaluate(() => {
    window.open('https://example.org')
    window.location.href = 'https://example.org'
  })
  await expect.poll(() => program.app.windows().length).toBe(1)
  expect(page.url()).toBe(before)
})
