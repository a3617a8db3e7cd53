import { i18n, startI18n } from '../../../renderer/i18n'
import { beforeAll, describe, expect, it } from 'vitest'
import { errorCodeOf, errorTextOf } from '../../../renderer/components/error-text'
import { failure } from '../../../shared/contract/errors'

beforeAll(() => startI18n('zh-CN'))

describe('what a person reads of an error', () => {
  it('fills the blanks with its data', () => {
    const text = errorTextOf(
      failure('TOO_MANY_ATTEMPTS', { seconds: 30 }),
      i18n.getFixedT('zh-CN', ['common', 'errors']),
    )
    expect(text.next).toContain('30 秒')
  })

  it('names standing and event in the language of the screen, not by their codes', () => {
    const error = failure('EVENT_NOT_ALLOWED', { status: 'deceased', type: 'transferOut' })
    expect(errorTextOf(error, i18n.getFixedT('zh-CN', ['common', 'errors'])).message).toBe(
      '会员现在是“已去世”，不能登记“转出”',
    )
    expect(errorTextOf(error, i18n.getFixedT('en', ['common', 'errors'])).message).toContain('“Transfer out”')
  })

  it('is a sentence of its own for whatever is not in the catalogue', () => {
    expect(errorCodeOf(new TypeError('x is not a function'))).toBe('INTERNAL')
    expect(errorCodeOf('text')).toBe('INTERNAL')
    const text = errorTextOf(new TypeError('secret detail'), i18n.getFixedT('zh-CN', ['common', 'errors']))
    expect(text.message).not.toContain('secret')
  })
})
