import { createRouterClient } from '@orpc/server'
import { it } from 'vitest'
import { rowInserter } from '../../db/insert-rows'
import { statistics } from '../../electron/backend/statistics'
import { activityTypeSchema } from '../../shared/model/activity'
import { activityIdSchema, newId, participationIdSchema } from '../../shared/model/id'
import { addDays, dayOf } from '../../shared/rules/date'
import { defaultTemplates } from '../../shared/rules/statistics/design'
import { periodOn } from '../../shared/rules/statistics/periods'
import { openTestBranch } from '../fixtures/branch'
import { testHost } from '../fixtures/host'
import { addManyMembers, MEMBERS } from './many-members'
import { median, milliseconds, report } from './measure'

const ACTIVITIES = 2000
const ATTENDANCES = 1_000_000
const ROUNDS = 3

it('reckons the statistics of 100,000 members and a million attendances, against one scan of these', async () => {
  using branch = openTestBranch()
  const { db } = branch
  const { sqlite } = db
  // The change log of so many rows would take an hour and is not what is measured.
  for (const table of ['member', 'membership_event', 'activity', 'participation']) {
    sqlite.exec(`DROP TRIGGER ${table}_insert_logged; DROP TRIGGER ${table}_update_logged`)
  }
  addManyMembers(db)
  const today = dayOf(new Date())
  db.write(() => {
    sqlite.exec("UPDATE member SET department = 'D' || (rowid % 40), gender = iif(rowid % 3, '男', '女')")
    const members = sqlite.prepare<[], string>('SELECT id FROM member').pluck().all()
    const types = activityTypeSchema.options
    const activities = Array.from({ length: ACTIVITIES }, () => newId(activityIdSchema))
    rowInserter(sqlite, 'activity', ['id', 'title', 'type', 'starts_on', 'ends_on'])(
      activities.map((id, at) => [id, `A${at}`, types[at % types.length] ?? '', addDays(today, -(at % 1825)), today]),
    )
    const insert = rowInserter(sqlite, 'participation', ['id', 'activity_id', 'member_id', 'attendance'])
    const people = ATTENDANCES / ACTIVITIES
    for (const [at, activityId] of activities.entries()) {
      insert(
        Array.from({ length: people }, (_, place) => [
          newId(participationIdSchema),
          activityId,
          members[(at * people + place) % MEMBERS] ?? '',
          'present',
        ]),
      )
    }
  })
  const client = createRouterClient(statistics, { context: { session: { db }, host: testHost().client } })
  const scan = sqlite.prepare<[], number>('SELECT count(*) FROM participation NOT INDEXED WHERE remark IS NULL').pluck()
  const period = periodOn('year', today)

  async function measure(name: string, act: () => Promise<unknown>): Promise<void> {
    const [own, reference]: number[][] = [[], []]
    for (let round = 0; round < ROUNDS; round += 1) {
      // A write forgets what is kept in memory, so that each round reads anew.
      db.write(() => sqlite.prepare('UPDATE branch SET parent_union = ?').run(String(round)))
      own?.push(await milliseconds(act))
      reference?.push(await milliseconds(() => scan.get()))
    }
    report(name, median(own ?? []), median(reference ?? []))
  }

  await measure('figures of a year', () => client.figures({ period }))
  await measure('the members behind one', () => client.list({ key: 'members', period, offset: 0, limit: 200 }))
  await measure('checks', () => client.checks({ period }))
  for (const { name, design } of defaultTemplates) await measure(name, () => client.report({ design, period }))
}, 900_000)
