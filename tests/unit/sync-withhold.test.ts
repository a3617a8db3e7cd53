import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { now } from '../../shared/model/date'
import { batchIdSchema, changeIdSchema, incarnationSchema, newId } from '../../shared/model/id'
import { syncedTableSchema } from '../../shared/sync/change'
import { tableRules } from '../../shared/sync/tables'
import { wireChangeSchema, type WireChange } from '../../shared/sync/wire'
import { withhold } from '../../shared/sync/withhold'

function entry(more: Partial<WireChange>): WireChange {
  return wireChangeSchema.parse({
    id: newId(changeIdSchema),
    incarnation: newId(incarnationSchema),
    seq: 1,
    changeSet: v7(),
    table: 'member',
    rowId: v7(),
    operation: 'update',
    before: { note: '住院' },
    after: { note: '出院' },
    base: newId(changeIdSchema),
    actor: 'local',
    at: now(),
    batchId: newId(batchIdSchema),
    hash: 'a'.repeat(64),
    ...more,
  })
}

describe('what leaves the branch', () => {
  it.each(syncedTableSchema.options.filter((table) => tableRules[table].staysHere === true))(
    'holds nothing of %s but its place in the row of entries',
    (table) => {
      const whole = entry({ table })
      const { id, seq, incarnation, changeSet, at, actor } = whole
      const bare = { before: {}, after: {}, base: null, batchId: null, hash: '0'.repeat(64) }
      const place = { id, seq, incarnation, changeSet, at, actor }
      expect(withhold(whole)).toEqual({ ...place, ...bare, table: 'withheld', rowId: id, operation: 'insert' })
    },
  )

  it.each(syncedTableSchema.options.filter((table) => table !== 'batch' && tableRules[table].staysHere !== true))(
    'is an entry of %s as it was logged',
    (table) => {
      const whole = entry({ table })
      expect(withhold(whole)).toEqual(whole)
    },
  )

  it.each(['gift', 'hardship', 'request', 'service', 'removal', 'undo'])(
    'is a batch of kind %s without its name',
    (kind) => {
      const sent = withhold(entry({ table: 'batch', operation: 'insert', before: {}, after: { kind, title: '李静' } }))
      expect(sent).toMatchObject({ after: { kind, title: '' }, hash: '0'.repeat(64) })
    },
  )

  it('is a batch of another kind with its name', () => {
    const whole = entry({
      table: 'batch',
      operation: 'insert',
      before: {},
      after: { kind: 'charge', title: '2026-01' },
    })
    expect(withhold(whole)).toEqual(whole)
  })
})
