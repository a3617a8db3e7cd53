import type { Fen } from '../model/money'

const DIGITS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖']
/** Of the places within a group of four. */
const PLACES = ['', '拾', '佰', '仟']
const GROUPS = ['', '万', '亿', '万']

/**
 * An amount in the capitals of vouchers 大写金额, without 人民币: 101050 fen is `壹仟零壹拾元伍角整`. Of the two spellings that are
 * allowed where a zero ends the yuan, the one without 零.
 * Source: 《支付结算办法》 (银发〔1997〕393号), 附一 正确填写票据和结算凭证的基本规定.
 */
export function capitalAmount(fen: Fen): string {
  const whole = Math.abs(fen)
  const yuan = Math.floor(whole / 100)
  const jiao = Math.floor(whole / 10) % 10
  const cents = whole % 10
  const sign = fen < 0 ? '负' : ''
  if (whole === 0) return '零元整'
  const yuanText = yuan === 0 ? '' : `${capitalNumber(yuan)}元`
  const jiaoText = jiao === 0 ? (yuan > 0 && cents > 0 ? '零' : '') : `${digit(jiao)}角`
  return sign + yuanText + jiaoText + (cents === 0 ? '整' : `${digit(cents)}分`)
}

/** A whole number above zero: several zeros in a row are one 零, those at the end of it none. */
function capitalNumber(value: number): string {
  const digits = Array.from(String(value), Number)
  let text = ''
  let zero = false
  for (const [index, figure] of digits.entries()) {
    const power = digits.length - 1 - index
    const group = Math.floor(power / 4)
    if (figure === 0) zero = true
    else {
      text += (zero ? '零' : '') + digit(figure) + (PLACES[power % 4] ?? '')
      zero = false
    }
    // 亿 also ends a number of 万亿 whose own group of 亿 is empty.
    const isNamed = Math.floor(value / 10 ** power) % 10_000 > 0 || (group === 2 && value >= 10 ** 12)
    if (power % 4 === 0 && isNamed) text += GROUPS[group] ?? ''
  }
  return text
}

function digit(figure: number): string {
  return DIGITS[figure] ?? ''
}
