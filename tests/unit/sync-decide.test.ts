import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { v7 } from 'uuid'
import { now } from '../../shared/model/date'
import { changeIdSchema, incarnationSchema, newId } from '../../shared/model/id'
import type { Columns } from '../../shared/sync/change'
import { decide, type HubRow, type HubState } from '../../shared/sync/decide'
import { wireChangeSchema, type WireChange } from '../../shared/sync/wire'

const organisation = v7()
const member = v7()

function entry(operation: WireChange['operation'], columns: Columns, more: Partial<WireChange> = {}): WireChange {
  return wireChangeSchema.parse({
    id: newId(changeIdSchema),
    incarnation: newId(incarnationSchema),
    seq: 1,
    changeSet: v7(),
    table: 'member',
    rowId: member,
    operation,
    before: operation === 'delete' ? columns : {},
    after: operation === 'delete' ? {} : operation === 'insert' ? { id: member, ...columns } : columns,
    base: null,
    actor: 'local',
    at: now(),
    batchId: null,
    hash: '0'.repeat(64),
    ...more,
  })
}

function state(more: Partial<HubState> = {}): HubState {
  return { organisation, stream: 'mine', nextRev: 1, row: null, seenRev: 0, missing: [], ...more }
}

/** The record after entries of several streams, each of which has seen its own and the revision it names. */
function after(steps: readonly { stream: string; seenRev: number; change: WireChange }[]): HubRow | null {
  let row: HubRow | null = null
  for (const [index, { stream, seenRev, change }] of steps.entries()) {
    row = decide(state({ stream, seenRev, row, nextRev: index + 1 }), change).row ?? row
  }
  return row
}

const inserted = after([
  { stream: 'mine', seenRev: 0, change: entry('insert', { name: '张伟', phone: '13800138000' }) },
])

const fields = ['name', 'phone', 'department', 'remark'] as const
const columnsArbitrary = fc.dictionary(fc.constantFrom(...fields), fc.constantFrom('甲', '乙', '丙'), { minKeys: 1 })

describe('what becomes of an entry at the hub', () => {
  it('applies the linear history of one stream as the branch has it', () => {
    const step = fc.oneof(
      columnsArbitrary.map((columns) => ({ operation: 'update' as const, columns })),
      fc.constant({ operation: 'delete' as const, columns: {} }),
      columnsArbitrary.map((columns) => ({ operation: 'insert' as const, columns: { name: '张伟', ...columns } })),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const branch: { row: Columns | null } = { row: null }
        let row: HubRow | null = null
        let nextRev = 1
        for (const { operation, columns } of steps) {
          // A branch inserts only what is not there, and changes and deletes only what is.
          if ((operation === 'insert') !== (branch.row === null)) continue
          const change = entry(operation, operation === 'delete' ? (branch.row ?? {}) : columns)
          const decision = decide(state({ row, nextRev, seenRev: nextRev - 1 }), change)
          expect(decision.outcome).toEqual({ result: 'applied', rev: nextRev })
          row = decision.row
          nextRev += 1
          branch.row = operation === 'delete' ? null : { ...branch.row, ...change.after }
          expect(row?.deletion === null ? row.columns : null).toEqual(branch.row)
        }
      }),
    )
  })

  it('lets two streams change different fields without seeing each other, and refuses to lose either value', () => {
    fc.assert(
      fc.property(columnsArbitrary, columnsArbitrary, (mine, theirs) => {
        const row = after([
          { stream: 'mine', seenRev: 0, change: entry('insert', { name: '张伟' }) },
          { stream: 'theirs', seenRev: 1, change: entry('update', theirs) },
        ])
        const present: Columns = { ...row?.columns }
        const { outcome, row: next } = decide(state({ row, seenRev: 1, nextRev: 3 }), entry('update', mine))
        const contested = Object.keys(mine).filter((name) => name in theirs && theirs[name] !== mine[name])
        if (contested.length === 0) {
          expect(outcome).toEqual({ result: 'merged', rev: 3 })
          expect(next?.columns).toEqual({ ...present, ...mine })
        } else {
          const theirsNow = Object.fromEntries(Object.keys(mine).map((name) => [name, present[name] ?? null]))
          expect(outcome).toMatchObject({ result: 'conflict', fields: contested, theirs: theirsNow })
          expect(next).toBeNull()
        }
      }),
    )
  })

  it('never conflicts with what its author had seen', () => {
    const row = after([
      { stream: 'mine', seenRev: 0, change: entry('insert', { name: '张伟' }) },
      { stream: 'theirs', seenRev: 1, change: entry('update', { phone: '13900139000' }) },
    ])
    const change = entry('update', { phone: '13700137000' })
    expect(decide(state({ row, seenRev: 2, nextRev: 3 }), change).outcome).toEqual({ result: 'applied', rev: 3 })
    expect(decide(state({ row, seenRev: 1, nextRev: 3 }), change).outcome.result).toBe('conflict')
  })

  it('takes deleting what others changed, and changing what others deleted, for a conflict', () => {
    const changed = after([
      { stream: 'mine', seenRev: 0, change: entry('insert', { name: '张伟' }) },
      { stream: 'theirs', seenRev: 1, change: entry('update', { phone: '13900139000' }) },
    ])
    expect(decide(state({ row: changed, seenRev: 1, nextRev: 3 }), entry('delete', { name: '张伟' })).outcome).toEqual({
      result: 'conflict',
      fields: ['phone'],
      theirs: { id: member, name: '张伟', phone: '13900139000' },
      theirsBy: null,
      theirsAt: null,
    })
    const deleted = after([
      { stream: 'mine', seenRev: 0, change: entry('insert', { name: '张伟' }) },
      { stream: 'theirs', seenRev: 1, change: entry('delete', { name: '张伟' }) },
    ])
    expect(decide(state({ row: deleted, seenRev: 1, nextRev: 3 }), entry('update', { name: '张' })).outcome).toEqual({
      result: 'conflict',
      fields: ['name'],
      theirs: null,
      theirsBy: null,
      theirsAt: null,
    })
  })

  it('keeps nothing of a deleted record but that it was deleted', () => {
    const { row } = decide(state({ row: inserted, seenRev: 1, nextRev: 2 }), entry('delete', { name: '张伟' }))
    expect(row).toEqual({ rev: 2, deletion: { rev: 2, stream: 'mine' }, columns: {}, stamps: {} })
  })

  it.each([
    [
      'a field of a newer program',
      entry('insert', { name: '张伟', shoe_size: '43' }),
      'held',
      'UNKNOWN_COLUMN',
      'shoe_size',
    ],
    ['a table of a newer program', entry('insert', {}, { table: 'care' }), 'held', 'UNKNOWN_TABLE', null],
    ['a change of what is not there', entry('update', { name: '张' }), 'held', 'ROW_MISSING', null],
    ['an insertion without a needed field', entry('insert', { phone: '13800138000' }), 'rejected', 'REQUIRED', 'name'],
    ['a needed field made empty', entry('update', { name: null }), 'rejected', 'REQUIRED', 'name'],
    ['a number that is none', entry('update', { wage: '3000' }), 'rejected', 'INVALID_VALUE', 'wage'],
    ['a part of a fen', entry('update', { wage: 0.5 }), 'rejected', 'INVALID_VALUE', 'wage'],
    ['a text with NUL', entry('update', { name: 'a\0' }), 'rejected', 'INVALID_VALUE', 'name'],
    ['half of a character', entry('update', { name: '\ud840' }), 'rejected', 'INVALID_VALUE', 'name'],
    ['a text without end', entry('update', { remark: '长'.repeat(10_001) }), 'rejected', 'TOO_LONG', 'remark'],
    ['another id in the row', entry('insert', { id: v7(), name: '张伟' }), 'rejected', 'INVALID_VALUE', 'id'],
    ['an edited ledger line', entry('update', { amount: 1 }, { table: 'dues_entry' }), 'rejected', 'APPEND_ONLY', null],
    ['another branch', entry('update', { union_name: 'x' }, { table: 'branch' }), 'rejected', 'FOREIGN_BRANCH', 'id'],
  ])('answers %s', (_, change, result, reason, field) => {
    expect(decide(state(), change)).toEqual({ outcome: { result, reason, field }, row: null, seenRev: 0 })
  })

  it('holds what refers to a row that is not there', () => {
    const event = entry(
      'insert',
      { member_id: v7(), type: 'admission', recorded_at: now() },
      { table: 'membership_event' },
    )
    expect(decide(state({ missing: ['member_id'] }), event).outcome).toEqual({
      result: 'held',
      reason: 'PARENT_MISSING',
      field: 'member_id',
    })
    expect(decide(state(), event).outcome.result).toBe('applied')
  })
})
