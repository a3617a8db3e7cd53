import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDate, showsTenths } from '../../shared/rules/roster/dates'
import type { Cell } from '../../shared/rules/roster/cell'

const TYPED = { typed: true, trustsTenths: false }
const date = (cell: Cell, context = TYPED) => {
  const reading = readDate(cell, context)
  return reading.kind === 'date' ? reading.date : reading.kind
}

describe('a day in any spelling', () => {
  it.each([
    '1990-05-12',
    '1990/5/12',
    '1990.5.12',
    '1990.05.12',
    '1990年5月12日',
    '1990 年 5 月 12 日',
    '１９９０－０５－１２',
    '19900512',
    '90.5.12',
    '90年5月12日',
    '900512',
    '1990-05-12 00:00:00',
    '1990-05-12T08:30:00Z',
    '1990/5/12 星期六',
    '1990、5、12',
    "'1990-05-12",
    '="1990-05-12"',
    '\u00a01990-05-12\u3000',
    '1990 05 12',
    '12-May-1990',
    'May 12, 1990',
    '一九九〇年五月十二日',
  ])('%j is 1990-05-12', (text) => {
    expect(date(text)).toBe('1990-05-12')
  })

  it('is read whatever the separator and the padding', () => {
    const days = fc.date({ min: new Date('1913-01-01'), max: new Date('2012-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(
        days,
        fc.constantFrom('-', '/', '.', '年'),
        fc.boolean(),
        fc.boolean(),
        (day, separator, pad, short) => {
          const iso = day.toISOString().slice(0, 10)
          const [year = '', month = '', dayOfMonth = ''] = iso.split('-')
          const [m, d] = pad ? [month, dayOfMonth] : [String(Number(month)), String(Number(dayOfMonth))]
          const y = short ? year.slice(2) : year
          const text = separator === '年' ? `${y}年${m}月${d}日` : [y, m, d].join(separator)
          expect(date(text)).toBe(iso)
        },
      ),
    )
  })
})

describe('months and years keep their precision', () => {
  it.each([
    ['1990-05', '1990-05'],
    ['1990.5', '1990-05'],
    ['1990年5月', '1990-05'],
    ['1990年5月份', '1990-05'],
    ['199005', '1990-05'],
    ['200512', '2005-12'],
    ['90年5月', '1990-05'],
    ['二〇二五年六月', '2025-06'],
    ['二〇〇九年十二月', '2009-12'],
    ['1990', '1990'],
    ['1990年', '1990'],
    ['02年', '2002'],
  ])('%s is %s', (text, expected) => {
    expect(date(text)).toBe(expected)
  })
})

describe('numbers', () => {
  it.each([
    [33005, '1990-05-12'],
    [33005.75, '1990-05-12'],
    [19900512, '1990-05-12'],
    [199005, '1990-05'],
    [1990, '1990'],
    [1990.5, '1990-05'],
    [1990.12, '1990-12'],
    [1985.1, 'unsure'],
    [1978.13, 'invalid'],
    [0, 'invalid'],
    [123456789, 'invalid'],
  ])('%d is %s', (number, expected) => {
    expect(date(number)).toBe(expected)
  })

  it('written out by CSV are numbers again, unless the column shows its tenths', () => {
    expect(date('33005', { typed: false, trustsTenths: false })).toBe('1990-05-12')
    expect(date('1985.1', { typed: false, trustsTenths: false })).toBe('unsure')
    expect(date('1985.1', { typed: false, trustsTenths: true })).toBe('1985-01')
    expect(['1985.10', '1985.01', '1985.1', '1985.5'].map(showsTenths)).toEqual([true, true, false, false])
  })

  it('of text cells are what was typed', () => {
    expect(date('1985.1')).toBe('1985-01')
    expect(date('33005')).toBe('invalid')
  })
})

it.each([
  '1990-02-30',
  '1990-13',
  '1985-13-01',
  '1978年6月31日',
  '见档案',
  '长期',
  '5月12日',
  '1990-05-00',
  '90',
  '1850-01-01',
  '3/4/1990',
])('%s names no day and is never guessed', (text) => {
  expect(date(text)).toBe('invalid')
})
