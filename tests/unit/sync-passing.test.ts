import * as fc from 'fast-check'
import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { now } from '../../shared/model/date'
import { batchIdSchema, changeIdSchema, incarnationSchema, newId } from '../../shared/model/id'
import { syncedTableSchema, type Columns, type SyncedTable } from '../../shared/sync/change'
import { complete, isSameEntry } from '../../shared/sync/complete'
import {
  levelsOf,
  narrowest,
  passingChoicesSchema,
  passingKindSchema,
  passOn,
  tablePassing,
  usualBranchChoices,
  usualHubChoices,
  widened,
  type PassingChoices,
} from '../../shared/sync/passing'
import { tableRules } from '../../shared/sync/tables'
import { wireChangeSchema, type WireChange } from '../../shared/sync/wire'

function entry(more: Partial<WireChange>): WireChange {
  return wireChangeSchema.parse({
    id: newId(changeIdSchema),
    incarnation: newId(incarnationSchema),
    seq: 1,
    changeSet: v7(),
    table: 'member',
    rowId: v7(),
    operation: 'update',
    before: { gender: '女' },
    after: { gender: '男' },
    base: newId(changeIdSchema),
    actor: 'local',
    at: now(),
    batchId: newId(batchIdSchema),
    hash: 'a'.repeat(64),
    ...more,
  })
}

const NO_HASH = '0'.repeat(64)

/** A row of a table with a value in every column. */
function filled(table: SyncedTable): Columns {
  const columns = Object.entries(tableRules[table].columns)
  return Object.fromEntries(columns.map(([name, { kind }]) => [name, kind === 'integer' ? 1 : `${name} of it`]))
}

function insertOf(table: SyncedTable): WireChange {
  return entry({ table, operation: 'insert', before: {}, after: filled(table), base: null })
}

function placeHolderOf(whole: WireChange) {
  const { id, seq, incarnation, changeSet, at, actor } = whole
  const bare = { before: {}, after: {}, base: null, batchId: null, hash: NO_HASH }
  const place = { id, seq, incarnation, changeSet, at, actor }
  return { ...place, ...bare, table: 'withheld', rowId: id, operation: 'insert' }
}

const anyChoices = fc
  .tuple(...passingKindSchema.options.map((kind) => fc.constantFrom(...levelsOf[kind])))
  .map((levels) =>
    passingChoicesSchema.parse(Object.fromEntries(passingKindSchema.options.map((kind, at) => [kind, levels[at]]))),
  )
const anyTable = fc.constantFrom(...syncedTableSchema.options)

function passes(table: SyncedTable, choices: PassingChoices): boolean {
  return passOn(insertOf(table), choices).table !== 'withheld'
}

const careTables = syncedTableSchema.options.filter((table) => tablePassing[table]?.kind === 'care')

describe('what leaves a branch as usual', () => {
  it.each(careTables)('holds nothing of %s but its place in the row of entries', (table) => {
    const whole = entry({ table, before: { note: '住院' }, after: { note: '出院' } })
    expect(passOn(whole, usualBranchChoices)).toEqual(placeHolderOf(whole))
  })

  it.each(
    syncedTableSchema.options.filter(
      (table) => !['batch', 'fund_share'].includes(table) && !careTables.includes(table),
    ),
  )('is an entry of %s as it was logged', (table) => {
    const whole = insertOf(table)
    expect(passOn(whole, usualBranchChoices)).toEqual(whole)
  })

  it('is a share of what was booked without what it was given for', () => {
    const { after } = passOn(insertOf('fund_share'), usualBranchChoices)
    expect(after).not.toHaveProperty('item')
    expect(after).toHaveProperty('amount')
  })

  it.each(['gift', 'hardship', 'request', 'service', 'removal', 'undo'])(
    'is a batch of kind %s without its name',
    (kind) => {
      const batch = entry({ table: 'batch', operation: 'insert', before: {}, after: { kind, title: '李静' } })
      expect(passOn(batch, usualBranchChoices)).toMatchObject({ after: { kind, title: '' }, hash: NO_HASH })
    },
  )

  it('is a batch of another kind with its name', () => {
    const after = { kind: 'charge', title: '2026-01' }
    const whole = entry({ table: 'batch', operation: 'insert', before: {}, after })
    expect(passOn(whole, usualBranchChoices)).toEqual(whole)
  })

  it('is everything when the secretary lets care go on too', () => {
    for (const table of syncedTableSchema.options) {
      const whole = insertOf(table)
      expect(passOn(whole, { ...usualBranchChoices, care: 'all' })).toEqual(whole)
    }
  })
})

describe('what a hub passes on', () => {
  it('names nobody as usual, and neither telephone nor ID number', () => {
    const sent = passOn(insertOf('member'), usualHubChoices)
    expect(sent).toMatchObject({ table: 'member', after: { name: '', gender: 'gender of it' }, hash: NO_HASH })
    for (const name of ['phone', 'address', 'email', 'id_number', 'staff_number', 'birth_date', 'remark']) {
      expect(sent.after).not.toHaveProperty(name)
    }
    for (const table of ['relative', 'identity_document', 'custom_value', 'dues_entry', 'fund_entry'] as const) {
      expect(passes(table, usualHubChoices)).toBe(false)
    }
  })

  it('keeps an entry whose only change may not go on as one without columns, so that the next one follows it', () => {
    const change = entry({ before: { phone: '13800138000' }, after: { phone: '13900139000' } })
    expect(passOn(change, usualHubChoices)).toEqual({ ...change, before: {}, after: {}, hash: NO_HASH })
  })

  it('lets through no record of a person whose own record does not go on', () => {
    const choices = { ...usualBranchChoices, members: 'figures' as const }
    for (const table of ['dues_entry', 'participation', 'post', 'transfer', 'relative'] as const) {
      expect(passes(table, choices)).toBe(false)
    }
    expect(passes('activity', choices)).toBe(true)
    expect(passOn(insertOf('article'), choices).after).not.toHaveProperty('member_id')
  })

  it('leaves what it does not know to a newer program', () => {
    const newer = entry({ table: 'of_tomorrow' })
    expect(passOn(newer, usualBranchChoices)).toEqual(placeHolderOf(newer))
    const empty = placeHolderOf(newer)
    expect(passOn(wireChangeSchema.parse(empty), usualBranchChoices)).toEqual(empty)
  })
})

describe('every choice', () => {
  it('refers to no row that does not go on', () => {
    fc.assert(
      fc.property(anyChoices, anyTable, (choices, table) => {
        const sent = passOn(insertOf(table), choices)
        if (sent.table === 'withheld') return
        for (const [name, { refersTo }] of Object.entries(tableRules[table].columns)) {
          if (refersTo !== undefined && refersTo !== table && name in sent.after)
            expect(passes(refersTo, choices)).toBe(true)
        }
      }),
    )
  })

  it('keeps every column that a row cannot be without, as what it has to be', () => {
    fc.assert(
      fc.property(anyChoices, anyTable, (choices, table) => {
        const sent = passOn(insertOf(table), choices)
        if (sent.table === 'withheld') return
        for (const [name, { required, kind }] of Object.entries(tableRules[table].columns)) {
          if (required) expect(typeof sent.after[name]).toBe(kind === 'integer' ? 'number' : 'string')
        }
      }),
    )
  })

  it('lets through on two floors what the narrower of both does', () => {
    fc.assert(
      fc.property(anyChoices, anyChoices, anyTable, (first, second, table) => {
        const whole = insertOf(table)
        const both = passOn(passOn(whole, first), second)
        expect(both).toEqual(passOn(whole, narrowest(first, second)))
      }),
    )
  })

  it('that lets more through completes what was sent under a narrower one', () => {
    fc.assert(
      fc.property(anyChoices, anyChoices, anyTable, (first, second, table) => {
        const whole = insertOf(table)
        const [sent, again] = [passOn(whole, first), passOn(whole, second)]
        expect(isSameEntry(sent, again)).toBe(true)
        const completed = complete(sent, again)?.entry ?? sent
        // Everything that either form had.
        for (const [name, value] of [...Object.entries(sent.after), ...Object.entries(again.after)]) {
          if (value !== '') expect(completed.after[name]).toBe(value)
        }
        expect(complete(completed, again)).toBeNull()
        const full = complete(completed, whole)?.entry ?? completed
        expect(full).toEqual(whole)
      }),
    )
  })

  it('says which kinds it lets more of through', () => {
    expect(widened(usualHubChoices, { ...usualHubChoices, contacts: 'all', members: 'nothing' })).toEqual(['contacts'])
  })
})

describe('the kinds of data', () => {
  it('name columns that exist', () => {
    for (const table of syncedTableSchema.options) {
      const passing = tablePassing[table]
      const named = passing === null || passing.particulars === 'whole' ? [] : passing.particulars
      for (const name of [...named, ...Object.values(passing?.ofKind ?? {}).flat()]) {
        expect(tableRules[table].columns, `${table}.${name}`).toHaveProperty(name)
        const { required, kind, refersTo } = tableRules[table].columns[name] ?? {}
        // What is left empty has to be a text of its own.
        if (required) expect([kind, refersTo], `${table}.${name}`).toEqual(['text', undefined])
      }
    }
  })
})

describe('an entry that comes again', () => {
  it('with another content is another one', () => {
    const stored = entry({})
    expect(isSameEntry(stored, { ...stored, hash: 'b'.repeat(64) })).toBe(false)
    expect(isSameEntry(stored, { ...stored, hash: NO_HASH })).toBe(true)
    expect(isSameEntry({ ...stored, hash: NO_HASH }, { ...stored, seq: 2 })).toBe(false)
  })

  it('with less than is stored changes nothing', () => {
    const stored = insertOf('member')
    expect(complete(stored, passOn(stored, usualHubChoices))).toBeNull()
  })
})
