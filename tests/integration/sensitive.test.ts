import { createRouterClient } from '@orpc/server'
import { getTableColumns, getTableName } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { accessQueries } from '../../db/queries/access'
import { hardshipFile, member, request } from '../../db/schema'
import { syncedTables } from '../../db/triggers/change-log'
import { attachments } from '../../electron/backend/attachments'
import { batches } from '../../electron/backend/batches'
import { members } from '../../electron/backend/members'
import { memberIdSchema, newId, requestEventIdSchema } from '../../shared/model/id'
import { syncedTableSchema, type SyncedTable } from '../../shared/sync/change'
import { SENSITIVE_MASK, sensitiveFields } from '../../shared/sync/sensitive'
import { openTestBranch, type TestBranch } from '../fixtures/branch'
import { fillEveryTable } from '../fixtures/every-table'
import { testHost } from '../fixtures/host'
import { withSensitiveOpen } from '../fixtures/sensitive'

const page = { offset: 0, limit: 100 }

function setUp({ db }: TestBranch) {
  const host = testHost()
  const client = createRouterClient(
    { attachments, batches, members },
    { context: { session: { db }, host: host.client } },
  )
  fillEveryTable(db)
  return { db, host, client }
}

const declared = syncedTableSchema.options.flatMap((table) => {
  const sensitive = sensitiveFields[table]
  return sensitive === undefined ? [] : [{ table, ...sensitive }]
})

/** What of the families' tables anybody may see in histories: a new field has to be sensitive or be named here. */
const harmless: Partial<Record<SyncedTable, readonly string[]>> = {
  hardship_file: [
    ...['id', 'memberId', 'kind', 'intake', 'openedOn', 'housing', 'floorArea', 'address', 'postcode', 'employerState'],
    ...['livesInTown', 'employedSince', 'filedBy', 'checkedBy', 'enteredBy', 'closedOn'],
  ],
  hardship_person: ['id', 'fileId', 'relation'],
  hardship_assessment: [
    ...['id', 'fileId', 'on', 'year', 'minimumLiving', 'standard', 'deepPercent', 'relativePercent'],
    ...['accidentPercent', 'class', 'publicFrom', 'publicUntil', 'publicPlace', 'partyOpinionOn', 'decidedOn'],
    'upperOpinionOn',
  ],
  checkup: ['id', 'memberId', 'on', 'providerId', 'package', 'cost', 'attendance'],
}

describe('sensitive fields', () => {
  it.each(declared)('of $table are fields of that table', ({ table, fields }) => {
    expect(Object.keys(getTableColumns(syncedTables[table]))).toEqual(expect.arrayContaining([...fields]))
  })

  it.each(Object.entries(harmless))('%s has no field of which nobody said whether it is sensitive', (name, known) => {
    const table = syncedTableSchema.parse(name)
    const fields = Object.keys(getTableColumns(syncedTables[table]))
    expect(fields.sort()).toEqual([...known, ...(sensitiveFields[table]?.fields ?? [])].sort())
  })

  it.each(declared)('of $table stay out of histories, effects, names and the access log', async ({ table, fields }) => {
    using branch = openTestBranch()
    const { db, client } = setUp(branch)
    await withSensitiveOpen(db)
    const stored = syncedTables[table]
    const columns = Object.entries(getTableColumns(stored)).filter(([field]) => fields.includes(field))
    const secret = (index: number) => 7_310_000 + index
    db.write(() => db.orm.update(request).set({ isConfidential: 1 }).run())
    const name = getTableName(stored)
    const values = columns.map(([, column], index) =>
      column.getSQLType() === 'integer' ? secret(index) : String(secret(index)),
    )
    db.writeBatch({ kind: 'hardship', title: '困难档案' }, () => {
      const places = columns.map(([, column]) => `"${column.name}"`)
      // Events are only ever added.
      if (name === 'request_event') {
        db.sqlite
          .prepare(
            `INSERT INTO request_event (id, request_id, kind, "on", recorded_at, ${places.join(', ')})
            SELECT ?, request_id, kind, "on", recorded_at, ${places.map(() => '?').join(', ')} FROM request_event`,
          )
          .run(newId(requestEventIdSchema), ...values)
      } else {
        db.sqlite.prepare(`UPDATE "${name}" SET ${places.map((place) => `${place} = ?`).join(', ')}`).run(...values)
      }
      return { count: 1, result: null }
    })
    const answers: unknown[] = []
    for (const { id } of (await client.batches.list(page)).rows) {
      answers.push(await client.batches.effects({ ...page, id, effect: null, search: '' }))
      answers.push(await client.batches.undoPreview({ id }).catch(() => null))
    }
    for (const { id } of db.orm.select({ id: member.id }).from(member).all()) {
      answers.push(await client.members.history({ id: memberIdSchema.parse(id) }))
    }
    answers.push(accessQueries(db).events.all(page))
    const said = JSON.stringify(answers)
    expect(said).toContain(SENSITIVE_MASK)
    for (const [index, [field]] of columns.entries()) expect(said.includes(String(secret(index))), field).toBe(false)
  })

  it('of a request are masked only while it is confidential', async () => {
    using branch = openTestBranch()
    const { db, client } = setUp(branch)
    const effects = async () => {
      const { rows } = await client.batches.list(page)
      const found = await Promise.all(
        rows.map(({ id }) => client.batches.effects({ ...page, id, effect: null, search: '' })),
      )
      return JSON.stringify(found)
    }
    const title = db.orm.select({ title: request.title }).from(request).get()?.title ?? ''
    db.write(() => db.orm.update(request).set({ isConfidential: 0 }).run())
    expect(await effects()).toContain(title)
    db.write(() => db.orm.update(request).set({ isConfidential: 1 }).run())
    expect(await effects()).not.toContain(title)
  })
})

describe('pictures and papers of a hardship file', () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  )

  it('are neither listed nor opened while sensitive data is closed, and their names are not logged', async () => {
    using branch = openTestBranch()
    const { db, client } = setUp(branch)
    const id = db.orm.select({ id: hardshipFile.id }).from(hardshipFile).get()?.id ?? ''
    const owner = { kind: 'hardshipFile', id } as const
    const add = () =>
      client.attachments.add({
        owner,
        label: '诊断证明',
        file: new File([png], '张伟肺癌诊断.png', { type: 'image/png' }),
      })
    const closed = { code: 'SENSITIVE_CLOSED' }
    await expect(client.attachments.list({ owner })).rejects.toMatchObject(closed)
    await expect(add()).rejects.toMatchObject(closed)
    await withSensitiveOpen(db, '建立困难档案')
    const { id: paper } = await add()
    expect(await client.attachments.list({ owner })).toHaveLength(1)
    await client.attachments.open({ id: paper })
    await client.attachments.open({ id: paper })
    await client.attachments.remove({ id: paper })
    const log = accessQueries(db).events.all(page)
    expect(log.map(({ kind, subject, reason }) => [kind, subject, reason])).toEqual([
      ['deletion', 'attachments', null],
      // Opened twice in one opening, looked at once.
      ['sensitiveView', 'attachments', '建立困难档案'],
      ['sensitiveOpen', null, '建立困难档案'],
    ])
  })
})
