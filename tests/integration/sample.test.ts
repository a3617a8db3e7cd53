import { createRouterClient } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import type { BranchDatabase } from '../../db/branch-database'
import { honour, member } from '../../db/schema'
import { activities } from '../../electron/backend/activities'
import { dues } from '../../electron/backend/dues'
import { funds } from '../../electron/backend/funds'
import { home } from '../../electron/backend/home'
import { members } from '../../electron/backend/members'
import { treeOf } from '../../electron/backend/organisation/tree'
import { fillSampleBranch } from '../../electron/backend/sample/fill-sample-branch'
import { daySchema } from '../../shared/model/date'
import { fundAccountSchema } from '../../shared/model/fund'
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

const ledgerClient = (db: BranchDatabase) =>
  createRouterClient({ dues, funds }, { context: { session: { db }, host: testHost().client } })

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
    expect(whole.officers).toHaveLength(12)
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

  it.each(['2026-01-01', '2026-01-02', '2026-01-03', '2026-03-01', '2026-03-31', '2024-02-29', '2025-12-31'])(
    'can be filled on any day: %s',
    async (day) => {
      using branch = openTestBranch()
      await expect(fillSampleBranch(branch.db, daySchema.parse(day))).resolves.toBeUndefined()
      const client = ledgerClient(branch.db)
      const year = day.slice(0, 4)
      for (const account of fundAccountSchema.options) {
        const { opensOn, years } = await client.funds.book.summary({ account, year })
        const listed = await Promise.all(years.map((one) => client.funds.book.list({ account, year: one, ...page })))
        const days = listed.flatMap(({ rows }) => rows.map(({ on }) => on))
        expect(days.length).toBeGreaterThan(2)
        expect(days.every((on) => opensOn !== null && opensOn <= on && on <= day)).toBe(true)
      }
    },
  )

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
      'upcomingActivity',
      'approveActivity',
      'markAttendance',
      'settleActivities',
      'requestsOverdue',
      'requestsDueSoon',
      'coversEnding',
      'followUps',
      'electionDue',
      'electionDue',
      'contractEnding',
      'heldPayroll',
      'chargeMonth',
      'birthdays',
      'unsignedGifts',
      'hardshipReviews',
      'completeRecords',
      'enrol',
    ])
    expect((await client.home.arrears()).tasks.map(({ kind }) => kind)).toEqual(['collectDues'])
    const debtors = await client.dues.arrears.debtors({ search: '', ...page })
    expect(new Set(debtors.rows.map((debtor) => debtor.months))).toEqual(new Set([1, 2]))
    const listed = await client.activities.plan.list({ search: '', ...page })
    expect(new Set(listed.rows.map(({ costPerHead }) => costPerHead === null))).toEqual(new Set([true, false]))
    expect(new Set(listed.rows.map(({ state }) => state))).toEqual(
      new Set(['draft', 'submitted', 'sentBack', 'open', 'over', 'settled', 'cancelled']),
    )
    const thisMonth = await chargeLists(db, monthOf(dayOf(new Date())))
    expect(Object.keys(thisMonth)).toEqual(['charge', 'difference', 'exempt', 'noBasis', 'notMember'])
  })

  it('has something of the ledger to show on every page of it', async () => {
    using branch = openTestBranch()
    await fillSampleBranch(branch.db)
    const client = ledgerClient(branch.db)
    const today = dayOf(new Date())
    const year = today.slice(0, 4)
    const [series] = (await client.dues.receipts.book()).series
    expect(series).toMatchObject({ series: year, voided: 1, missing: [] })
    const valid = await client.dues.receipts.list({ series: year, state: 'valid', ...page })
    expect(valid.total).toBeGreaterThan(3)
    expect((await client.dues.receipts.unreceipted({ year, withPayroll: true, ...page })).total).toBeGreaterThan(0)
    expect((await client.dues.handOvers.list(page)).rows).toMatchObject([{ isUndone: false, reversed: 0 }])
    const lists = await client.dues.payroll.lists(page)
    const [list] = lists.rows
    expect(list).toMatchObject({ isPosted: true, booked: list?.deducted })
    expect(list?.received).toBeGreaterThan(0)
    expect(lists.held).toBeGreaterThan(0)
    expect((await client.dues.exemptions.list({ state: 'current', ...page })).total).toBe(1)
    expect(await client.funds.splits.list()).toHaveLength(1)
    expect((await client.funds.limits.list()).length).toBeGreaterThan(3)
    for (const account of fundAccountSchema.options) {
      const planned = await client.funds.budget.list({ year, account })
      expect(planned.some(({ amount }) => amount !== null)).toBe(true)
    }
  })

  it('spends on members by the limits it goes by, once above with a reason', async () => {
    using branch = openTestBranch()
    const today = daySchema.parse('2026-05-20')
    await fillSampleBranch(branch.db, today)
    const client = ledgerClient(branch.db)
    const totals = await client.funds.limits.totals({ year: '2026', isOverOnly: true, ...page })
    expect(totals.rows).toMatchObject([{ item: 'hospital', over: 50_000 }])
    const [over] = totals.rows
    if (over === undefined) throw new Error('Nothing over')
    const behind = await client.funds.limits.entries({ memberId: over.memberId, item: over.item, year: '2026' })
    expect(behind.map(({ overLimitReason }) => overLimitReason !== null)).toEqual([true])
    const { rows } = await client.funds.book.list({ account: 'funds', year: '2026', ...page })
    const categories = rows.flatMap((row) => (row.kind === 'entry' && row.direction === 'spending' ? row.category : []))
    expect(new Set(categories).size).toBeGreaterThan(2)
    expect(rows.every((row) => row.balance > 0)).toBe(true)
  })
})
