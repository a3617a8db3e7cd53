import { createRouterClient } from '@orpc/server'
import { afterAll, beforeAll, it } from 'vitest'
import { rowInserter } from '../../db/insert-rows'
import { insights } from '../../electron/backend/insights'
import { activityTypeSchema } from '../../shared/model/activity'
import { careKindSchema } from '../../shared/model/care-gift'
import { monthSchema } from '../../shared/model/date'
import {
  activityIdSchema,
  careGiftIdSchema,
  memberIdSchema,
  newId,
  participationIdSchema,
  requestIdSchema,
} from '../../shared/model/id'
import { dayOf, addDays, addMonths, monthOf } from '../../shared/rules/date'
import { openTestBranch, type TestBranch } from '../fixtures/branch'
import { testHost } from '../fixtures/host'
import { addManyMembers, MEMBERS } from './many-members'
import { median, milliseconds, report } from './measure'
import { reportWaits, waitsDuring } from './ping'

const ACTIVITIES = 2000
const ATTENDANCES = 1_000_000
const GIFTS = 50_000
const REQUESTS = 20_000
const ROUNDS = 3
const today = dayOf(new Date())
const period = { from: addMonths(monthOf(today), -11), until: monthOf(today) }
const page = { offset: 0, limit: 200 }

let branch: TestBranch

beforeAll(() => {
  branch = openTestBranch()
  const { sqlite } = branch.db
  // The change log of so many rows would take an hour and is not what is measured.
  const tables = ['member', 'membership_event', 'activity', 'participation', 'care_gift', 'request']
  for (const table of tables) sqlite.exec(`DROP TRIGGER ${table}_insert_logged; DROP TRIGGER ${table}_update_logged`)
  addManyMembers(branch.db)
  branch.db.write(() => {
    sqlite.exec("UPDATE member SET department = 'D' || (rowid % 40), join_date = (1990 + rowid % 35) || '-03-01'")
    fill()
  })
  // Else it is filled between the steps of what is measured first.
  branch.db.searchIndex.complete()
}, 30 * 60_000)
afterAll(() => branch[Symbol.dispose]())

/** Attendances of five years, each activity with its own 500 people; gifts and requests of the same time. */
function fill(): void {
  const { sqlite } = branch.db
  const members = sqlite.prepare<[], string>('SELECT id FROM member').pluck().all()
  const member = (number: number) => members[(number * 7919) % MEMBERS] ?? ''
  const [types, kinds] = [activityTypeSchema.options, careKindSchema.options]
  const dayBack = (number: number) => addDays(today, -(number % 1825))
  const activities = Array.from({ length: ACTIVITIES }, () => newId(activityIdSchema))
  rowInserter(sqlite, 'activity', ['id', 'title', 'type', 'starts_on', 'ends_on', 'cost'])(
    activities.map((id, at) => [id, `A${String(at)}`, types[at % types.length] ?? '', dayBack(at), today, 100_000]),
  )
  const insert = rowInserter(sqlite, 'participation', ['id', 'activity_id', 'member_id', 'attendance', 'remark'])
  const people = ATTENDANCES / ACTIVITIES
  for (const [at, id] of activities.entries()) {
    insert(
      Array.from({ length: people }, (_, line) => [
        newId(participationIdSchema),
        id,
        member(at * people * 3 + line),
        line % 5 === 0 ? 'absent' : 'present',
        null,
      ]),
    )
  }
  rowInserter(sqlite, 'care_gift', ['id', 'member_id', 'kind', 'on', 'form', 'amount'])(
    Array.from({ length: GIFTS }, (_, at) => [
      newId(careGiftIdSchema),
      member(at),
      kinds[at % kinds.length] ?? '',
      dayBack(at),
      'goods',
      20_000,
    ]),
  )
  const columns = ['kind', 'topic', 'urgency', 'channel', 'received_on', 'title', 'text', 'is_confidential']
  rowInserter(sqlite, 'request', ['id', 'member_id', ...columns])(
    Array.from({ length: REQUESTS }, (_, at) => [
      newId(requestIdSchema),
      member(at),
      'inquiry',
      `T${String(at % 12)}`,
      'ordinary',
      'visit',
      dayBack(at),
      'R',
      '',
      0,
    ]),
  )
}

it('answers every page of insights, against one full scan of the attendances', async () => {
  const { db } = branch
  const client = createRouterClient({ insights }, { context: { session: { db }, host: testHost().client } }).insights
  const someone = memberIdSchema.parse(db.sqlite.prepare('SELECT id FROM member LIMIT 1').pluck().get())
  const participants = { of: 'participation', period, group: {}, came: 'never' } as const
  const pages = {
    suggestions: () => client.suggestions(),
    participation: () => client.participation.overview(period),
    'participation of ten years': () =>
      client.participation.overview({ from: addMonths(period.until, -119), until: period.until }),
    'people never reached, first 200': () => client.people.list({ filter: participants, ...page }),
    'preferences by department': () => client.preferences.groups({ by: 'department', period }),
    'preferences of a member': () => client.preferences.member({ memberId: someone }),
    'topics of a year': () => client.topics.overview({ year: today.slice(0, 4) }),
    'reach and cost': () => client.reach.overview(period),
    'quality of records': () => client.quality.overview(),
    'people with a fault, first 200': () => client.people.list({ filter: { of: 'quality', fault: null }, ...page }),
    'calendar of twelve months': () => client.calendar.list(),
    'birthdays of a month, first 200': () =>
      client.people.list({ filter: { of: 'due', kind: 'birthday', month: monthSchema.parse(period.until) }, ...page }),
  }
  // Every row of the table itself, with a column that no index holds.
  const scan = db.sqlite.prepare('SELECT count(*), count(remark), max(attendance) FROM participation NOT INDEXED')
  // What was just filled settles on the disk.
  for (const ask of Object.values(pages)) await ask()
  for (const [name, ask] of Object.entries(pages)) {
    const own: number[] = []
    const reference: number[] = []
    const again: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      // A write forgets what was kept in memory, so that each round counts anew.
      db.write(() => db.sqlite.prepare('UPDATE branch SET parent_union = ?').run(String(round)))
      reference.push(await milliseconds(() => scan.get()))
      own.push(await milliseconds(ask))
      again.push(await milliseconds(ask))
    }
    report(`${name}, after a write`, median(own), median(reference))
    report(`${name}, again`, median(again), median(reference))
  }
  db.write(() => db.sqlite.prepare('UPDATE branch SET parent_union = ?').run('ping'))
  reportWaits(
    'pings while suggestions are made',
    await waitsDuring(async () => {
      await pages.suggestions()
    }),
  )
})
