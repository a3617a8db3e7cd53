import { describe, expect, it } from 'vitest'
import { isAnswered, joinedTexts, settlingSteps, wantedColumns, wroteSince } from '../../shared/sync/settle'

const mine = { id: '1', name: '张三', phone: '137', remark: '甲' }

describe('settling', () => {
  it('writes theirs first and then mine', () => {
    expect(settlingSteps(mine, { phone: '139' }, { phone: '137' })).toEqual([
      { kind: 'update', columns: { phone: '139' } },
      { kind: 'update', columns: { phone: '137' } },
    ])
    expect(settlingSteps(mine, { phone: '139' }, { phone: '139' })).toEqual([
      { kind: 'update', columns: { phone: '139' } },
    ])
    expect(settlingSteps(null, mine, null)).toEqual([{ kind: 'insert', row: mine }, { kind: 'delete' }])
    expect(settlingSteps(mine, null, mine)).toEqual([{ kind: 'delete' }, { kind: 'insert', row: mine }])
  })

  it('keeps both: one text after the other, a second phone in the remark', () => {
    const theirs = { phone: '139', remark: '乙' }
    const wanted = wantedColumns(
      'member',
      mine,
      theirs,
      () => 'both',
      (_, value) => `另有：${value}`,
    )
    expect(wanted).toEqual({ phone: '137', remark: '乙；甲；另有：139' })
    expect(joinedTexts('甲乙', '乙')).toBe('甲乙')
  })

  it('knows what was answered already', () => {
    const wrote = (phone: string) => ({ operation: 'update' as const, after: { phone } })
    expect(isAnswered({ fields: ['phone'], theirs: { phone: '139' } }, [wrote('139'), wrote('137')])).toBe(true)
    expect(isAnswered({ fields: ['phone'], theirs: { phone: '139' } }, [wrote('137')])).toBe(false)
    expect(wroteSince([wrote('138'), wrote('139'), wrote('137')], 'phone', '138', '139')).toBe(true)
    expect(wroteSince([wrote('139'), wrote('138'), wrote('137')], 'phone', '138', '139')).toBe(false)
  })
})
