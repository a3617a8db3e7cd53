import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fenSchema } from '../../shared/model/money'
import { capitalAmount } from '../../shared/rules/capital-amount'

const yuan = (text: string) => {
  const [whole = '', part = ''] = text.replaceAll(',', '').split('.')
  return fenSchema.parse(Number(whole + part.padEnd(2, '0')))
}

describe('an amount in capitals', () => {
  it.each([
    ['0.00', '零元整'],
    ['0.01', '壹分'],
    ['0.05', '伍分'],
    ['0.30', '叁角整'],
    ['0.35', '叁角伍分'],
    ['1.00', '壹元整'],
    ['1.01', '壹元零壹分'],
    ['1.10', '壹元壹角整'],
    ['10.00', '壹拾元整'],
    ['10.05', '壹拾元零伍分'],
    ['10.50', '壹拾元伍角整'],
    ['12.00', '壹拾贰元整'],
    ['18.40', '壹拾捌元肆角整'],
    ['100.00', '壹佰元整'],
    ['101.00', '壹佰零壹元整'],
    ['110.00', '壹佰壹拾元整'],
    ['120.00', '壹佰贰拾元整'],
    ['1,001.00', '壹仟零壹元整'],
    ['1,010.50', '壹仟零壹拾元伍角整'],
    ['1,100.07', '壹仟壹佰元零柒分'],
    ['1,409.50', '壹仟肆佰零玖元伍角整'],
    ['1,680.32', '壹仟陆佰捌拾元叁角贰分'],
    ['6,007.14', '陆仟零柒元壹角肆分'],
    ['10,000.00', '壹万元整'],
    ['10,000.05', '壹万元零伍分'],
    ['10,001.00', '壹万零壹元整'],
    ['10,100.00', '壹万零壹佰元整'],
    ['16,409.02', '壹万陆仟肆佰零玖元零贰分'],
    ['100,000.00', '壹拾万元整'],
    ['107,000.53', '壹拾万零柒仟元伍角叁分'],
    ['110,000.00', '壹拾壹万元整'],
    ['1,000,000.00', '壹佰万元整'],
    ['1,001,001.01', '壹佰万零壹仟零壹元零壹分'],
    ['10,000,000.00', '壹仟万元整'],
    ['20,005,000.00', '贰仟万零伍仟元整'],
    ['100,000,000.00', '壹亿元整'],
    ['100,000,001.00', '壹亿零壹元整'],
    ['100,010,000.00', '壹亿零壹万元整'],
    ['1,234,567,890.12', '壹拾贰亿叁仟肆佰伍拾陆万柒仟捌佰玖拾元壹角贰分'],
    ['1,000,000,000,000.00', '壹万亿元整'],
    ['1,000,100,000,000.00', '壹万零壹亿元整'],
    ['-12.30', '负壹拾贰元叁角整'],
  ])('of %s yuan is %s', (amount, capitals) => {
    expect(capitalAmount(yuan(amount))).toBe(capitals)
  })

  it('can be read back, and never holds two zeros in a row', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999_999_99 }), (fen) => {
        const text = capitalAmount(fenSchema.parse(fen))
        expect(text).not.toMatch(/零零|零元|零万|零亿/)
        expect(readBack(text)).toBe(fen)
      }),
    )
  })
})

/** Reads capitals as a clerk does: sections of 亿 and 万, each of 仟, 佰, 拾 and a last figure. */
function readBack(text: string): number {
  const [, yuanText = '', rest = text] = /^(.*)元(.*)$/.exec(text) ?? []
  const figure = (of: string | undefined) => Math.max(0, '零壹贰叁肆伍陆柒捌玖'.indexOf(of ?? '零'))
  const section = (part: string) => {
    let sum = 0
    for (const [place, worth] of [
      ['仟', 1000],
      ['佰', 100],
      ['拾', 10],
    ] as const) {
      const found = new RegExp(`([^零])${place}`).exec(part)
      if (found !== null) sum += figure(found[1]) * worth
    }
    return sum + (/[零壹贰叁肆伍陆柒捌玖]$/.test(part) ? figure(part.at(-1)) : 0)
  }
  let left = yuanText
  let yuanSum = 0
  for (const [name, worth] of [
    ['亿', 1e8],
    ['万', 1e4],
  ] as const) {
    const at = left.indexOf(name)
    if (at < 0) continue
    yuanSum += section(left.slice(0, at)) * worth
    left = left.slice(at + 1)
  }
  yuanSum += section(left)
  const jiao = /([^零])角/.exec(rest)
  const cents = /([^零角])分/.exec(rest)
  return yuanSum * 100 + figure(jiao?.[1]) * 10 + (cents === null ? 0 : figure(cents[1]))
}
