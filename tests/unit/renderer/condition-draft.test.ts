import { describe, expect, it } from 'vitest'
import { conditionOf, draftFrom, draftOf, kindsOf } from '../../../renderer/features/lists/condition-draft'
import type { MemberCondition } from '../../../shared/contract/members'
import { memberFieldSchema } from '../../../shared/model/member'

describe('a condition on a field', () => {
  it('can be asked of every field, in a way that fits it', () => {
    for (const field of memberFieldSchema.options) expect(kindsOf(field).length).toBeGreaterThan(1)
    expect(kindsOf('gender')).toContain('oneOf')
    expect(kindsOf('birthDate')).toContain('between')
  })

  it('is none while something is missing or cannot be read', () => {
    expect(conditionOf(draftOf('gender'))).toBeNull()
    expect(conditionOf({ ...draftOf('address'), text: '  ' })).toBeNull()
    expect(conditionOf(draftOf('birthDate'))).toBeNull()
    expect(conditionOf({ ...draftOf('birthDate'), from: '1990', to: '后来' })).toBeNull()
    expect(conditionOf({ ...draftOf('wage'), from: '三千' })).toBeNull()
  })

  it('reads dates and amounts as people type them', () => {
    expect(conditionOf({ ...draftOf('birthDate'), from: '1990年5月' })).toEqual({
      field: 'birthDate',
      is: 'between',
      from: '1990-05',
      to: null,
    })
    expect(conditionOf({ ...draftOf('wage'), to: '3,500.5' })).toEqual({
      field: 'wage',
      is: 'between',
      from: null,
      to: '350050',
    })
  })

  const conditions: MemberCondition[] = [
    { field: 'wage', is: 'between', from: '350050', to: null },
    { field: 'gender', is: 'oneOf', values: ['女'] },
    { field: 'jobTitle', is: 'contains', text: '工程师' },
    { field: 'phone', is: 'empty' },
  ]
  it.each(conditions)('is the same after being opened again: $field $is', (condition) => {
    expect(conditionOf(draftFrom(condition))).toEqual(condition)
  })
})
