import iconv from 'iconv-lite'
import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as codeLists from '../../../shared/codes'
import en from '../../../renderer/i18n/en'
import zhCN from '../../../renderer/i18n/zh-CN'
import zhTW from '../../../renderer/i18n/zh-TW'

type Texts = Readonly<Record<string, unknown>>

/** Every text of a language by its whole key, e.g. `home.task.enrol`. */
function flat(texts: Texts, prefix = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]): [string, string][] => {
    if (typeof value === 'string') return [[prefix + key, value]]
    return typeof value === 'object' && value !== null
      ? flat(Object.fromEntries(Object.entries(value)), `${prefix}${key}.`)
      : []
  })
}

/** Keys without plural endings, which only English has; code lists are checked by themselves. */
function keysOf(texts: Texts): string[] {
  const keys = flat(texts).map(([key]) => key.replace(/_(one|other)$/, ''))
  return [...new Set(keys)].filter((key) => !key.startsWith('codes.')).sort()
}

function blanksOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{(\w+)/g)].map(([, name = '']) => name))].sort()
}

/** Whether every character of a text can be written in a national character set. */
function fits(text: string, charset: 'big5' | 'gb2312'): boolean {
  return (text.match(/\p{Script=Han}/gu) ?? []).every((character) => {
    const bytes = iconv.encode(character, charset === 'big5' ? 'big5' : 'gbk')
    if (iconv.decode(bytes, charset === 'big5' ? 'big5' : 'gbk') !== character) return false
    // GB 2312 is the part of GBK with both bytes from A1 up; what lies outside is traditional or rare.
    return charset === 'big5' || [...bytes].every((byte) => byte >= 0xa1)
  })
}

const valuesOfLists = Object.values(codeLists).flatMap((list) => ('values' in list ? [...list.values] : []))

describe('the three languages', () => {
  it('have the same texts', () => {
    expect(keysOf(zhTW)).toEqual(keysOf(zhCN))
    expect(keysOf(en)).toEqual(keysOf(zhCN))
  })

  it('fill the same blanks in each text', () => {
    const source = new Map(flat(zhCN).map(([key, text]) => [key.replace(/_other$/, ''), blanksOf(text)]))
    const wrong = [...flat(zhTW), ...flat(en)].filter(([key, text]) => {
      const blanks = source.get(key.replace(/_(one|other)$/, ''))
      return blanks !== undefined && blanks.join() !== blanksOf(text).join()
    })
    expect(wrong).toEqual([])
  })

  it('leave no text empty', () => {
    expect([zhCN, zhTW, en].flatMap((texts) => flat(texts)).filter(([, text]) => text.trim() === '')).toEqual([])
  })

  it('have no text that nothing in the program names', () => {
    const words = new Set(
      globSync('{renderer,shared,electron}/**/*.{ts,tsx}')
        .filter((file) => !/i18n.(zh|en)/.test(file))
        .flatMap((file) => readFileSync(file, 'utf8').match(/\w+/g) ?? []),
    )
    expect(words.has('useTranslation')).toBe(true)
    const names = keysOf(zhCN).map((key) => key.replace(/.*\./, ''))
    expect(names.filter((name) => !/^\w+$/.test(name) || !words.has(name))).toEqual([])
  })

  it('translate every value of the code lists', () => {
    expect(valuesOfLists.length).toBeGreaterThan(100)
    for (const { codes } of [zhTW, en]) expect(valuesOfLists.filter((value) => !(value in codes))).toEqual([])
  })

  it('are each written in their own script', () => {
    expect(flat(zhCN).filter(([, text]) => !fits(text, 'gb2312'))).toEqual([])
    expect(flat(zhTW).filter(([, text]) => !fits(text, 'big5'))).toEqual([])
    expect(flat(en).filter(([, text]) => /\p{Script=Han}|[，。；：！？（）「」]/u.test(text))).toEqual([])
  })

  it('tell the scripts apart', () => {
    expect(fits('会员', 'big5')).toBe(false)
    expect(fits('會員', 'gb2312')).toBe(false)
  })
})
