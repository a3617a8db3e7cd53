import { createRouterClient } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import { honour, member } from '../../db/schema'
import { activities } from '../../electron/backend/activities'
import { dues } from '../../electron/backend/dues'
import { home } from '../../electron/backend/home'
import { members } from '../../electron/backend/members'
import { treeOf } from '../../electron/backend/organisation/tree'
import { fillSampleBranch } from '../../electron/backend/sample/fill-sample-branch'
import { daySchema } from '../../shared/model/date'
import { memberIdSchema } from '../../shared/model/id'
import { memberFieldsSchema } from '../../shared/model/member'
import { detailKindSchema, detailPartSchema } from '../../shared/model/member-detail'
import { dayOf, monthOf } from '../../shared/rules/date'
import { memberIssues } from '../../shared/rules/member'
import { detailIssues } from '../../shared/rules/member-detail'
import { openTestBranch } from '../fixtures/branch'
import { chargeLists } from '../fixtures/charges'
import { testHost } from '../fixtures/host'

const page = { offset: 0, limit: 100 }

describe('the sample branch', () => {
  it('holds people whose fields are sound and agree with each other', async () => {
    using branch = openTestBranch()
    const today = daySchema.parse('2026-05-20')
    await fillSampleBranch(branch.db, today)
    const people = branch.db.orm.select().from(member).all()
    expect(people).toHaveLength(120)
    for (const person of people) {
      expect(memberIssues(memberFieldsSchema.parse(person), today)).toEqual([])
    }
    expect(new Set(people.map((person) => person.idNumber)).size).toBe(120)
  })

  it('has a tree of units that everybody belongs to, and officers', async () => {
    using branch = openTestBranch()
    const today = daySchema.parse('2026-05-20')
    await fillSampleBranch(branch.db, today)
    const { units, unplaced, branch: whole } = treeOf(branch.db, today)
    expect(units.filter(({ parentId }) => parentId === null)).toHaveLength(6)
    expect(unplaced.active + unplaced.kept).toBe(0)
    expect(whole.officers).toHaveLength(6)
  })

  it('holds the same people every time', async () => {
    using first = openTestBranch()
    using second = openTestBranch()
    const today = daySchema.parse('2026-05-20')
    await fillSampleBranch(first.db, today)
    await fillSampleBranch(second.db, today)
    const people = (branch: typeof first) =>
      branch.db.orm
        .select()
        .from(member)
        .all()
        .map((person) => ({ ...person, id: null }))
    expect(people(first)).toEqual(people(second))
  })

  it.each(['2026-01-01', '2026-03-31', '2024-02-29'])('can be filled on any day: %s', async (day) => {
    using branch = openTestBranch()
    await expect(fillSampleBranch(branch.db, daySchema.parse(day))).resolves.toBeUndefined()
  })

  it('holds relatives, honours and documents that are sound', async () => {
    using branch = openTestBranch()
    const { db } = branch
    await fillSampleBranch(db)
    const client = createRouterClient({ members }, { context: { session: { db }, host: testHost().client } })
    const [memberId] = db.orm
      .select()
      .from(honour)
      .all()
      .map(({ memberId: id }) => memberIdSchema.parse(id))
    if (memberId === undefined) throw new Error('No honour')
    const details = await client.members.details.list({ memberId })
    for (const kind of detailKindSchema.options) {
      const [{ id: _id, version: _version, ...fields } = { id: '', version: '' }] = details[kind]
      // Numbers are masked here, which is no number any more.
      const part = detailPartSchema.parse({ kind, fields: { ...fields, number: undefined, phone: undefined } })
      expect(Object.keys(part.fields).length).toBeGreaterThan(3)
      expect(detailIssues(part, dayOf(new Date()))).toEqual([])
    }
  })

  it('has something to show on every page', async () => {
    using branch = openTestBranch()
    const { db } = branch
    await fillSampleBranch(db)
    const client = createRouterClient(
      { activities, dues, home },
      { context: { session: { db }, host: testHost().client } },
    )
    const { members: standings, tasks } = await client.home.summary()
    expect(standings.map(({ status }) => status)).toEqual(['active', 'kept', 'transferred', 'withdrawn'])
    expect(tasks.map(({ kind }) => kind)).toEqual([
      'upcomingActivity',
      'markAttendance',
      'chargeMonth',
      'completeRecords',
      'enrol',
    ])
    expect((await client.home.arrears()).tasks.map(({ kind }) => kind)).toEqual(['collectDues'])
    const debtors = await client.dues.arrears.debtors({ search: '', ...page })
    expect(new Set(debtors.rows.map((debtor) => debtor.months))).toEqual(new Set([1, 2]))
    const listed = await client.activities.list({ search: '', ...page })
    expect(listed.rows.map(({ costPerHead }) => costPerHead === null)).toEqual([true, true, false])
    const thisMonth = await chargeLists(db, monthOf(dayOf(new Date())))
    expect(Object.keys(thisMonth)).toEqual(['charge', 'difference', 'exempt', 'noBasis', 'notMember'])
  })
})
