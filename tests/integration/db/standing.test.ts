import { describe, expect, it } from 'vitest'
import { searchQuery } from '../../../db/search'
import type { BranchDatabase } from '../../../db/branch-database'
import { membershipEventTypeSchema } from '../../../shared/model/membership'
import { statusAfter } from '../../../shared/rules/membership-status'
import { insertMember, insertMembershipEvent, openTestBranch } from '../../fixtures/branch'

interface Standing {
  readonly status: string
  readonly pinyin: string
}

function standingOf(db: BranchDatabase, memberId: string): Standing | undefined {
  return db.sqlite
    .prepare<[string], Standing>('SELECT status, pinyin FROM member_standing WHERE member_id = ?')
    .get(memberId)
}

function found(db: BranchDatabase, text: string): string[] {
  return db.sqlite
    .prepare<[string | null], string>(
      `SELECT member.name FROM member_search JOIN member_standing ON search_id = member_search.rowid
       JOIN member ON member.id = member_id WHERE member_search MATCH ? ORDER BY member.rowid`,
    )
    .pluck()
    .all(searchQuery(text))
}

describe('standing of a member', () => {
  it.each(membershipEventTypeSchema.options)('follows from the event recorded last: %s', (type) => {
    using branch = openTestBranch()
    const { db } = branch
    const id = db.write(() => insertMember(db, { name: '单晓燕' }))
    db.write(() => insertMembershipEvent(db, id, type))
    expect(standingOf(db, id)).toEqual({ status: statusAfter[type], pinyin: 'shan xiao yan' })
  })

  it('survives a member row being replaced', () => {
    using branch = openTestBranch()
    const { db } = branch
    const id = db.write(() => insertMember(db, { name: '张伟' }, 'keeping'))
    db.write(() => db.sqlite.prepare('INSERT OR REPLACE INTO member (id, name) VALUES (?, ?)').run(id, '李娜'))
    expect(standingOf(db, id)).toEqual({ status: 'kept', pinyin: 'li na' })
    expect(found(db, '张')).toEqual([])
    expect(found(db, '李娜')).toEqual(['李娜'])
  })

  it('is active while no event is recorded, and takes a new name over', () => {
    using branch = openTestBranch()
    const { db } = branch
    const id = db.write(() => insertMember(db, { name: '张伟' }))
    db.write(() => db.sqlite.prepare('UPDATE member SET name = ? WHERE id = ?').run('吕伟', id))
    expect(standingOf(db, id)).toEqual({ status: 'active', pinyin: 'lv wei' })
    expect(found(db, '张')).toEqual([])
    expect(found(db, '吕伟')).toEqual(['吕伟'])
  })
})

describe('search', () => {
  it.each([
    ['张伟明', ['张伟明']],
    ['伟', ['张伟', '张伟明']],
    ['zhangwei', ['张伟', '张伟明']],
    ['zhang wei', ['张伟', '张伟明']],
    ['weim', ['张伟明', '𬀩明']],
    ['ZWM', ['张伟明']],
    ['wm', ['张伟明', '𬀩明']],
    ['sxy', ['单晓燕']],
    ['002X', ['单晓燕']],
    ['13800', ['单晓燕']],
    ['0138', ['单晓燕']],
    ['138 0013', ['单晓燕']],
    ['买买提', ['阿卜杜热合曼·买买提']],
    ['阿卜杜热合曼·买', ['阿卜杜热合曼·买买提']],
    ['mmt', ['阿卜杜热合曼·买买提']],
    ['𬀩明', ['𬀩明']],
    ['明', ['张伟明', '𬀩明']],
    ['晓明', []],
    ['9123', []],
    ['" OR name:*', []],
  ])('finds %s', (text, names) => {
    using branch = openTestBranch()
    const { db } = branch
    db.write(() => {
      for (const name of ['张伟', '张伟明', '阿卜杜热合曼·买买提', '𬀩明']) insertMember(db, { name })
      insertMember(db, { name: '单晓燕', idNumber: '11010519491231002X', phone: '13800138000' })
    })
    expect(found(db, text)).toEqual(names)
  })

  it('asks nothing for a text without letters and digits', () => {
    expect(searchQuery(' ·%* ')).toBeNull()
  })
})
