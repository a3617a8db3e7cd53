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
