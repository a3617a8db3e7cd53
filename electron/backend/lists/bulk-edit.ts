import type { BranchDatabase } from '../../../db/branch-database'
import { memberQueries } from '../../../db/queries/members'
import { failure } from '../../../shared/contract/errors'
import { bulkFieldSchema, type BulkEdit, type BulkField } from '../../../shared/contract/lists'
import type { BatchId, MemberId } from '../../../shared/model/id'
import type { Member } from '../../../shared/model/member'
import { sheetWords } from '../../../shared/rules/roster/sheet-words'
import { writeRows } from '../write-rows'

/** Replaced values named one by one; more than these are a long tail that nobody reads. */
const VALUES_NAMED = 12

/** Longest value in the title of a batch, in characters; a remark can be a page. */
const TITLE_MAX = 40

type Value = Member[BulkField]

function editOf({ fields }: BulkEdit): { readonly field: BulkField; readonly value: Value } {
  const [field] = bulkFieldSchema.options.filter((candidate) => fields[candidate] !== undefined)
  if (field === undefined) throw failure('NOT_FOUND')
  return { field, value: fields[field] ?? null }
}

/** Members that are not as the edit wants them. Throws NOT_FOUND when one of them is gone. */
function* membersToChange(db: BranchDatabase, ids: readonly MemberId[], field: BulkField, value: Value) {
  const { get } = memberQueries(db)
  for (const id of new Set(ids)) {
    const member = get.get(id)
    if (member === undefined) throw failure('NOT_FOUND')
    if (member[field] !== value) yield member
  }
}

/** See the contract. Throws NOT_FOUND. */
export function previewBulkEdit(db: BranchDatabase, edit: BulkEdit) {
  const { field, value } = editOf(edit)
  const before = new Map<string | null, number>()
  let changed = 0
  for (const member of membersToChange(db, edit.memberIds, field, value)) {
    const old = member[field]
    const text = old === null ? null : String(old)
    before.set(text, (before.get(text) ?? 0) + 1)
    changed++
  }
  return {
    changed,
    same: new Set(edit.memberIds).size - changed,
    before: [...before]
      .map(([text, members]) => ({ value: text, members }))
      .sort((one, other) => other.members - one.members)
      .slice(0, VALUES_NAMED),
  }
}

/** See the contract; the batch is called by what it writes: 工作单位 → 云溪机械厂. Throws NOT_FOUND, BUSY. */
export async function bulkEdit(db: BranchDatabase, edit: BulkEdit): Promise<{ batchId: BatchId; changed: number }> {
  const { field, value } = editOf(edit)
  const members = [...membersToChange(db, edit.memberIds, field, value)]
  const { update } = memberQueries(db)
  const shown = typeof value === 'number' ? String(value / 100) : (value ?? '空')
  const short = shown.length > TITLE_MAX ? `${shown.slice(0, TITLE_MAX)}…` : shown
  const title = `${sheetWords['zh-CN'].headings[field]} → ${short}`
  const batchId = await writeRows(db, { kind: 'edit', title }, members, (member) =>
    update.run({ ...member, [field]: value }),
  )
  return { batchId, changed: members.length }
}
