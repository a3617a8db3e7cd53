import { describe, expect, it } from 'vitest'
import { monthSchema } from '../../shared/model/date'
import { fenSchema } from '../../shared/model/money'
import { paidMonthsText } from '../../shared/rules/dues/paid-months'
import { readPastedLines } from '../../shared/rules/dues/pasted-lines'
import { receiptNumber, typedReceiptNumber } from '../../shared/rules/dues/receipt-number'

const fen = (amount: number) => fenSchema.parse(amount)
const paid = (amount: number, ...months: readonly (readonly [string, number])[]) => ({
  amount: fen(amount),
  months: months.map(([month, part]) => ({ month: monthSchema.parse(month), amount: fen(part) })),
})

describe('the number of a receipt', () => {
  it('has its year and six figures, or more where they are needed', () => {
    expect(receiptNumber({ series: '2026', number: 123 })).toBe('2026-000123')
    expect(receiptNumber({ series: '2026', number: 1_234_567 })).toBe('2026-1234567')
  })

  it.each([
    ['123', 123],
    ['000123', 123],
    ['2026-000123', 123],
    ['２０２６－０００１２３', 123],
    [' 7 ', 7],
    ['张伟', null],
    ['12a', null],
    ['', null],
  ])('is found as typed: %s', (typed, number) => {
    expect(typedReceiptNumber(typed)).toBe(number)
  })
})

describe('the months that a payment paid', () => {
  it.each([
    [paid(1200, ['2026-01', 1200]), '2026年1月'],
    [paid(3600, ['2026-01', 1200], ['2026-02', 1200], ['2026-03', 1200]), '2026年1月至3月（每月12.00元）'],
    [paid(2400, ['2025-12', 1200], ['2026-01', 1200]), '2025年12月至2026年1月（每月12.00元）'],
    [
      paid(3000, ['2026-01', 1200], ['2026-02', 1200], ['2026-03', 600]),
      '2026年1月至2月（每月12.00元）、2026年3月（6.00元）',
    ],
    [paid(2400, ['2026-01', 1200], ['2026-03', 1200]), '2026年1月（12.00元）、2026年3月（12.00元）'],
    [paid(2000, ['2026-01', 1200]), '2026年1月（12.00元）、预缴8.00元'],
    [paid(2000), '预缴20.00元'],
  ])('are said together where they follow each other with the same amount', (payment, text) => {
    expect(paidMonthsText(payment, 'zh-CN')).toBe(text)
  })

  it('are said in every language of the screen', () => {
    const payment = paid(5000, ['2026-01', 1200], ['2026-02', 1200], ['2026-03', 600])
    expect(paidMonthsText(payment, 'zh-TW')).toBe('2026年1月至2月（每月12.00元）、2026年3月（6.00元）、預繳20.00元')
    expect(paidMonthsText(payment, 'en')).toBe('2026-01 to 2026-02 (12.00 each), 2026-03 (6.00), 20.00 ahead')
  })
})

describe('a pasted list', () => {
  const line = (name: string, amount: number | null, more: { staffNumber?: string; department?: string } = {}) => ({
    name,
    staffNumber: more.staffNumber ?? null,
    department: more.department ?? null,
    amount: amount === null ? null : fen(amount),
  })

  it.each([
    ['of names and amounts from a spreadsheet', '张伟\t12\n李静\t18.40\n', [line('张伟', 1200), line('李静', 1840)]],
    ['of names only', '张伟\n\n李静', [line('张伟', null), line('李静', null)]],
    [
      'written with blanks, also within a name',
      '张 伟 12\n欧阳静怡　18.4',
      [line('张伟', 1200), line('欧阳静怡', 1840)],
    ],
    [
      'from a message, with several people in a line and groups of digits',
      '张伟，1,200元；李静 12、王芳18.4元',
      [line('张伟', 120_000), line('李静', 1200), line('王芳', 1840)],
    ],
    ['numbered as in a message', '1、张伟 12\n2、李静 12', [line('张伟', 1200), line('李静', 1200)]],
    [
      'numbered on, with department',
      '1\t张伟\t一车间\t12\n2\t李静\t二车间\t12',
      [line('张伟', 1200, { department: '一车间' }), line('李静', 1200, { department: '二车间' })],
    ],
    [
      'with staff numbers',
      'A017\t张伟\t12\n20031\t李静\t￥1,012.5',
      [line('张伟', 1200, { staffNumber: 'A017' }), line('李静', 101_250, { staffNumber: '20031' })],
    ],
    [
      'with headings, which say what is what, and a sum at its end',
      '序号\t工号\t姓名\t部门\t应缴金额\t实缴金额\n1\t017\t张伟\t一车间\t12\t6\n2\t018\t李静\t\t12\t\n合计\t\t\t\t24\t6',
      [line('张伟', 600, { staffNumber: '017', department: '一车间' }), line('李静', null, { staffNumber: '018' })],
    ],
    [
      'with amounts that cannot be read, which are left empty',
      '张伟\t十二',
      [line('张伟', null, { department: '十二' })],
    ],
    ['that holds nothing', ' \n\t\n', []],
  ])('%s', (_, text, rows) => {
    expect(readPastedLines(text)).toEqual(rows)
  })
})
