import { createRouterClient } from '@orpc/server'
import { it } from 'vitest'
import { members } from '../../electron/backend/members'
import { memberFilterSchema } from '../../shared/contract/members'
import { openTestBranch } from '../fixtures/branch'
import { testHost } from '../fixtures/host'
import { addManyMembers } from './many-members'
import { median, milliseconds, report } from './measure'

/** What is typed, and the column that LIKE would look through for it; it knows no pinyin. */
const SEARCHES = [
  { what: 'part of a name', text: '伟明', column: 'name', like: '伟明' },
  { what: 'pinyin', text: 'zhangwei', column: 'name', like: '张伟' },
  { what: 'initials', text: 'zwm', column: 'name', like: '张伟明' },
  { what: 'tail of an ID number', text: '0123', column: 'id_number', like: '0123' },
  { what: 'part of a phone number', text: '13812', column: 'phone', like: '13812' },
] as const
const ROUNDS = 15

it('finds members among 100,000, against LIKE on the same table', async () => {
  using branch = openTestBranch()
  const { db } = branch
  addManyMembers(db)
  const client = createRouterClient(members, { context: { session: { db }, host: testHost().client } })
  for (const { what, text, column, like } of SEARCHES) {
    const filter = memberFilterSchema.parse({ search: text })
    const likeIds = db.sqlite
      .prepare<[string], string>(`SELECT id FROM member WHERE ${column} LIKE ? ORDER BY name LIMIT 200`)
      .pluck()
    const own: number[] = []
    const reference: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      // A write forgets the selections kept in memory, so that each round searches anew.
      db.write(() => db.sqlite.prepare('UPDATE branch SET parent_union = ?').run(String(round)))
      own.push(
        await milliseconds(() =>
          client.list({ filter, sort: { field: 'name', direction: 'asc' }, offset: 0, limit: 200 }),
        ),
      )
      reference.push(await milliseconds(() => likeIds.all(`%${like}%`)))
    }
    report(`${what}, first 200`, median(own), median(reference))
  }
})
