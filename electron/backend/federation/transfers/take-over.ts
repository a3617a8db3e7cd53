import type { BranchDatabase } from '../../../../db/branch-database'
import { customFieldQueries } from '../../../../db/queries/custom-fields'
import { exemptionQueries } from '../../../../db/queries/dues/exemptions'
import { memberQueries } from '../../../../db/queries/members'
import { readIncoming, transferQueries, type KeptIncoming } from '../../../../db/queries/transfers'
import { columnNames } from '../../../../db/triggers/change-log'
import { syncedRows } from '../../../../db/undo/synced-rows'
import { now, partialDateSchema } from '../../../../shared/model/date'
import { customValueIdSchema, memberIdSchema, type MemberId, type TransferId } from '../../../../shared/model/id'
import type { TransferPacket, TransferRequest } from '../../../../shared/model/transfer'
import { checkCustomValue } from '../../../../shared/rules/custom-value'
import { idKey, normaliseIdNumber } from '../../../../shared/rules/id-number'
import { isEventAllowed } from '../../../../shared/rules/membership'
import { leftBehind } from '../../../../shared/rules/transfers/carried'
import { handOverMonths, joiningDay } from '../../../../shared/rules/transfers/dues-months'
import type { Columns, SyncedTable } from '../../../../shared/sync/change'
import { fieldHere } from './former-fields'
import { duesFormulaOn } from './hand-over'

function keptOf(db: BranchDatabase, id: TransferId): KeptIncoming {
  const body = transferQueries(db).incoming.get(id)
  return body === undefined ? { request: null, history: [], taken: [] } : readIncoming(body)
}

function keep(db: BranchDatabase, id: TransferId, kept: KeptIncoming): void {
  transferQueries(db).putIncoming.run({ id, body: JSON.stringify(kept), at: now() })
}

/** Keeps a request of another branch as it stands. */
export function keepRequest(db: BranchDatabase, request: TransferRequest): void {
  keep(db, request.id, { ...keptOf(db, request.id), request })
}

/** What this program knows of the columns that came. */
function known(table: SyncedTable, columns: Columns): Columns {
  const names = new Set(columnNames(table))
  return Object.fromEntries(Object.entries(columns).filter(([name]) => names.has(name)))
}

/** The record here of the person who comes: the one of that id, or of that ID number. */
function recordHere(db: BranchDatabase, member: Columns): MemberId | null {
  const id = memberIdSchema.parse(member['id'])
  const { get, findByIdNumber } = memberQueries(db)
  if (get.get(id) !== undefined) return id
  const number = member['id_number']
  if (typeof number !== 'string') return null
  return findByIdNumber.get({ idNumber: idKey(normaliseIdNumber(number)), exceptId: null })?.id ?? null
}

/** Makes the record, or fills what is empty of the one that is here. */
function writeMember(db: BranchDatabase, member: Columns): MemberId {
  const rows = syncedRows(db)
  const news = Object.entries(known('member', member)).filter(
    ([name, value]) => !leftBehind.has(name) && value !== null,
  )
  const here = recordHere(db, member)
  if (here === null) {
    rows.member.insert(Object.fromEntries(news))
    return memberIdSchema.parse(member['id'])
  }
  const present = rows.member.get.get(here) ?? {}
  const missing = news.filter(([name]) => name !== 'id' && (present[name] ?? null) === null)
  if (missing.length > 0) rows.member.set(here, Object.fromEntries(missing))
  return here
}

/** Values of own fields that this branch keeps under the same name; the others stand in the history. */
function writeCustomValues(db: BranchDatabase, memberId: MemberId, custom: TransferPacket['custom']): void {
  const { values, insertValue } = customFieldQueries(db)
  const filled = new Set(values.all(memberId).map(({ fieldId }) => fieldId))
  for (const { id, name, kind, value } of custom) {
    const field = fieldHere(db, { name, kind })
    if (field === undefined || filled.has(field.id)) continue
    const check = checkCustomValue(field, value)
    if (check.ok)
      insertValue.run({ id: customValueIdSchema.parse(id), memberId, fieldId: field.id, value: check.value })
  }
}

function writeEvent(db: BranchDatabase, memberId: MemberId, packet: TransferPacket): void {
  const { events, insertEvent, get } = memberQueries(db)
  const present = events.all(memberId)
  const status = present.length === 0 ? null : (get.get(memberId)?.status ?? null)
  const isThere = present.some(({ id }) => id === packet.event.id)
  // Somebody who is on the roll already, as the other branch found out too, stays so.
  const isOnRoll =
    status !== null && !isEventAllowed(status, 'transferIn') && (status === 'active' || status === 'kept')
  if (isThere || isOnRoll) return
  const { handedOverOn, duesUntil, fromUnion } = packet
  const joining = duesFormulaOn(db, handedOverOn)?.joining ?? 'sameMonth'
  insertEvent.run({
    id: packet.event.id,
    memberId,
    type: 'transferIn',
    date: partialDateSchema.parse(joiningDay(handedOverOn, handOverMonths(handedOverOn, duesUntil), joining)),
    decidedOn: partialDateSchema.parse(handedOverOn),
    reason: packet.reason,
    documentNumber: null,
    otherUnion: fromUnion.slice(0, 100),
    recordedAt: packet.event.recordedAt,
  })
}

/** Months that the former union stated as paid beyond those that it charges. */
function writePaidMonths(db: BranchDatabase, memberId: MemberId, packet: TransferPacket): void {
  const { paid } = handOverMonths(packet.handedOverOn, packet.duesUntil)
  const { overlapping, insert, byId } = exemptionQueries(db)
  if (paid === null || byId.get(packet.exemptionId) !== undefined) return
  if (overlapping.get({ memberId, ...paid, exceptId: null }) !== undefined) return
  insert.run({
    id: packet.exemptionId,
    memberId,
    ...paid,
    reason: `已在${packet.fromUnion}缴至${paid.until}`.slice(0, 100),
    decision: null,
    decidedOn: packet.handedOverOn,
  })
}

/**
 * Makes the record of a member whom this branch took over, as one batch; a packet is taken over once, also when it comes again
 * after that was undone.
 */
export function takeOverMember(db: BranchDatabase, hubId: string, packet: TransferPacket): void {
  const kept = keptOf(db, packet.id)
  if (kept.taken.includes(packet.event.id)) return
  const queries = transferQueries(db)
  const answer = queries.answer.get(packet.id)
  keep(db, packet.id, { ...kept, history: packet.history, taken: [...kept.taken, packet.event.id] })
  // What a lost copy of this record had taken over came back before.
  if (answer?.memberId != null) return
  const { identity_document: documents, relative, honour } = syncedRows(db)
  db.writeBatch(
    { kind: 'transfer', title: `${packet.fromUnion} → ${String(packet.member['name'] ?? '')}` },
    () => {
      const memberId = writeMember(db, packet.member)
      const ofMember = { member_id: memberId }
      for (const row of packet.documents) documents.insert({ ...known('identity_document', row), ...ofMember })
      for (const row of packet.relatives) relative.insert({ ...known('relative', row), ...ofMember })
      for (const row of packet.honours) honour.insert({ ...known('honour', row), ...ofMember })
      writeCustomValues(db, memberId, packet.custom)
      writeEvent(db, memberId, packet)
      writePaidMonths(db, memberId, packet)
      const stated = { ...packet.answer, transferId: packet.id, memberId }
      if (answer === undefined) queries.insertAnswer.run(stated)
      else queries.updateAnswer.run({ ...stated, id: answer.id })
      return { count: 1, result: null }
    },
    { actor: hubId },
  )
}
