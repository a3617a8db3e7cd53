import type { BranchDatabase } from '../../../db/branch-database'
import { logAccess } from '../../../db/queries/access'
import { memberDetailQueries } from '../../../db/queries/member-details'
import { memberQueries } from '../../../db/queries/members'
import { failure } from '../../../shared/contract/errors'
import { memberDetailsSchema, type MemberDetails } from '../../../shared/contract/member-details'
import {
  honourIdSchema,
  identityDocumentIdSchema,
  memberIdSchema,
  newId,
  relativeIdSchema,
  type ChangeId,
  type MemberId,
} from '../../../shared/model/id'
import {
  detailDeclarations,
  detailKindSchema,
  detailSchema,
  fieldsOfDetail,
  type Detail,
  type DetailKind,
} from '../../../shared/model/member-detail'
import { dayOf } from '../../../shared/rules/date'
import { detailIssues, maskDetailField, normalisedDetail } from '../../../shared/rules/member-detail'
import type { Columns } from '../../../shared/sync/change'
import { withBranch } from '../context'
import { requireMember } from './require-member'

const idSchemas = { identityDocument: identityDocumentIdSchema, relative: relativeIdSchema, honour: honourIdSchema }

/** A row as the model has it: 0 and 1 of a yes-no field made booleans. */
function asFields(kind: DetailKind, row: Columns): Record<string, Columns[string] | boolean> {
  return Object.fromEntries(
    fieldsOfDetail(kind).map(([field, declared]) => [
      field,
      declared.kind === 'yesNo' ? row[field] === 1 : (row[field] ?? null),
    ]),
  )
}

function asColumns(fields: Detail['fields']): Columns {
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [field, typeof value === 'boolean' ? Number(value) : value]),
  )
}

function maskedFields(kind: DetailKind, row: Columns) {
  const fields = Object.entries(asFields(kind, row))
  return Object.fromEntries(
    fields.map(([field, value]) => [field, typeof value === 'string' ? maskDetailField(kind, field, value) : value]),
  )
}

/** The details of a member as they may leave the backend. Throws NOT_FOUND. */
function detailsOf(db: BranchDatabase, memberId: MemberId): MemberDetails {
  requireMember(db, memberId)
  const queries = memberDetailQueries(db)
  const rowsOf = (kind: DetailKind) =>
    queries[kind].ofMember.all(memberId).map((row) => ({
      ...maskedFields(kind, row),
      id: row['id'],
      version: queries.version.get(String(row['id'])),
    }))
  return memberDetailsSchema.parse(Object.fromEntries(detailKindSchema.options.map((kind) => [kind, rowsOf(kind)])))
}

/** Throws NOT_FOUND. */
function requireRow(db: BranchDatabase, kind: DetailKind, id: string) {
  const row = memberDetailQueries(db)[kind].get.get(id)
  if (row === undefined) throw failure('NOT_FOUND')
  return { row, memberId: memberIdSchema.parse(row['memberId']) }
}

/** Throws NOT_FOUND, CHANGED_MEANWHILE. */
function requireVersion(db: BranchDatabase, kind: DetailKind, id: string, version: ChangeId) {
  const found = requireRow(db, kind, id)
  if (memberDetailQueries(db).version.get(id) !== version) throw failure('CHANGED_MEANWHILE')
  return found
}

/** The detail as it is kept. Throws DETAIL_INVALID, ID_NUMBER_TAKEN. */
function checked(db: BranchDatabase, memberId: MemberId, detail: Detail): Detail {
  const wrong = detailIssues(detail, dayOf(new Date())).filter(({ severity }) => severity === 'error')
  if (wrong.length > 0) throw failure('DETAIL_INVALID', { fields: wrong.map(({ field }) => field) })
  const kept = normalisedDetail(detail)
  if (kept.kind === 'identityDocument') {
    const { number } = kept.fields
    const holder = memberQueries(db).findByIdNumber.get({ idNumber: number, exceptId: memberId })
    if (holder !== undefined) throw failure('ID_NUMBER_TAKEN', { memberId: holder.id })
  }
  return kept
}

/** What a detail is called in the list of batches; never a number. */
function titleOf(kind: DetailKind, row: Columns): string {
  const title = { identityDocument: row['type'], relative: row['name'], honour: row['title'] }[kind]
  return String(title)
}

const os = withBranch.members.details

/** Identity documents, relatives and honours of a member. */
export const details = os.router({
  list: os.list.handler(({ context: { db }, input: { memberId } }) => detailsOf(db, memberId)),

  add: os.add.handler(({ context: { db }, input: { memberId, detail } }) => {
    requireMember(db, memberId)
    const { kind, fields } = checked(db, memberId, detail)
    const id = newId(idSchemas[kind])
    db.write(() => memberDetailQueries(db)[kind].insert.run({ ...asColumns(fields), id, memberId }))
    return detailsOf(db, memberId)
  }),

  update: os.update.handler(({ context: { db }, input: { id, version, detail } }) => {
    const { kind, fields } = detail
    const { row, memberId } = requireVersion(db, kind, id, version)
    const changed = detailSchema.parse({ kind, fields: { ...asFields(kind, row), ...fields } })
    const kept = checked(db, memberId, changed)
    db.write(() => memberDetailQueries(db)[kind].update.run({ ...asColumns(kept.fields), id }))
    return detailsOf(db, memberId)
  }),

  remove: os.remove.handler(({ context: { db }, input: { kind, id, version } }) => {
    const { row, memberId } = requireVersion(db, kind, id, version)
    const { name } = requireMember(db, memberId)
    const title = titleOf(kind, row)
    const { batchId } = db.writeBatch({ kind: 'removal', title: `${name}：${title}` }, () => {
      memberDetailQueries(db)[kind].remove.run(id)
      return { count: 1, result: null }
    })
    return { batchId, title }
  }),

  reveal: os.reveal.handler(({ context: { db }, input: { kind, id, field, reason } }) => {
    const { row, memberId } = requireRow(db, kind, id)
    if (!Object.hasOwn(detailDeclarations[kind], field)) throw failure('NOT_FOUND')
    logAccess(db, { kind: 'reveal', memberId, subject: `${kind}.${field}`, count: 1, reason })
    const value = row[field] ?? null
    return { value: value === null ? null : String(value) }
  }),
})
