import fc from 'fast-check'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pageFile } from '../../electron/main/page-files'

let base: string
let page: string

beforeAll(() => {
  base = realpathSync(mkdtempSync(path.join(tmpdir(), 'gonghui-page-')))
  page = path.join(base, 'page')
  mkdirSync(path.join(page, 'assets'), { recursive: true })
  mkdirSync(path.join(base, 'page-secret'))
  for (const file of ['page/index.html', 'page/assets/a.js', 'page/assets/notes.db', 'secret.js', 'page-secret/a.js']) {
    writeFileSync(path.join(base, file), '')
  }
  symlinkSync(path.join(base, 'secret.js'), path.join(page, 'link.js'))
})
afterAll(() => rmSync(base, { recursive: true }))

describe('a file of the page', () => {
  it('is found under its address, the page itself under /', () => {
    expect(pageFile(page, 'app://gonghui/')).toEqual({
      file: path.join(page, 'index.html'),
      contentType: 'text/html; charset=utf-8',
    })
    expect(pageFile(page, 'app://gonghui/assets/a.js')?.contentType).toBe('text/javascript; charset=utf-8')
  })

  it.each([
    ['another host', 'app://other/assets/a.js'],
    ['another scheme', 'https://gonghui/assets/a.js'],
    ['a query', 'app://gonghui/assets/a.js?x=1'],
    ['a folder', 'app://gonghui/assets'],
    ['nothing', 'app://gonghui/none.js'],
    ['a kind the page has none of', 'app://gonghui/assets/notes.db'],
    ['a step up', 'app://gonghui/../secret.js'],
    ['an encoded step up', 'app://gonghui/..%2fsecret.js'],
    ['a folder whose name begins alike', 'app://gonghui/..%2fpage-secret%2fa.js'],
    ['a link that leads out', 'app://gonghui/link.js'],
    ['an address that cannot be decoded', 'app://gonghui/%ff.js'],
    ['a name with a zero in it', 'app://gonghui/a%00.js'],
  ])('is not found under %s', (_what, address) => {
    expect(pageFile(page, address)).toBeNull()
  })

  it('never lies outside the folder of the page, whatever the address', () => {
    const part = fc.constantFrom(
      '..',
      '%2e%2e',
      '..%2f',
      '%2f',
      '%5c',
      'secret.js',
      'page-secret',
      'assets',
      'a.js',
      '.',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const found = pageFile(page, `app://gonghui/${parts.join('/')}`)
        expect(found === null || found.file.startsWith(page + path.sep)).toBe(true)
      }),
    )
  })
})
