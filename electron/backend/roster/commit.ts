import { memberInserters, memberQueries, type NewMemberRow } from '../../../db/queries/members'
import { rosterQueries, type StagedRow } from '../../../db/queries/roster'
import type { BatchOutcome, BranchDatabase } from '../../../db/branch-database'
import { failure } from '../../../shared/contract/errors'
import { now } from '../../../shared/model/date'
import {
  memberIdSchema,
  membershipEventIdSchema,
  newId,
  type MemberId,
  type RosterImportId,
} from '../../../shared/model/id'
import type { Member, MemberFields } from '../../../shared/model/member'
import type { MembershipEvent, MembershipEventInput } from '../../../shared/model/membership'
import type { RosterDecision } from '../../../shared/model/roster'
import { statusAfter } from '../../../shared/rules/membership-status'
import { onlyRepeatsId } from '../../../shared/rules/roster/issues'
import { idKey } from '../../../shared/rules/id-number'
import { planNewMember, planUpdate, type MemberValues, type RosterEntry } from '../../../shared/rules/roster/plan'
import { entryReader } from './entries'
import { knownPersons } from './known-persons'
import { writeDistinction } from '../duplicates/merge'
import type { Progress } from './progress'
import { importOf, isOutdated, membersByIds, outcomesOf, type Outcome } from './staging'
import { Turn } from '../turn'

/** Rows written together. */
const ROWS_A_STEP = 100

export interface CommitResult {
  readonly added: number
  readonly changed: number
  readonly same: number
  /** Errors, undecided conflicts and what the user left out. */
  readonly leftOut: number
}

/**
 * Writes the staged rows of an import as one batch, in steps that say how many rows are done, and keeps what it did.
 * What each row does is decided again over the members as they are now; rows written, or found in the record already,
 * leave the staging place within the same transaction. Throws NOT_FOUND, NOTHING_TO_IMPORT, BUSY.
 */
export function commitImport(db: BranchDatabase, id: RosterImportId, signal: AbortSignal | undefined) {
  const { fileName, rows: total } = importOf(db, id)
  return db.writeBatchInSteps({ kind: 'import', title: fileName }, function* (batchId): Generator<
    Progress,
    BatchOutcome<CommitResult>,
    void
  > {
    // To begin takes its time already.
    yield { kind: 'progress', done: 0, total }
    const queries = rosterQueries(db)
    const writer = new RowWriter(db)
    const read = entryReader(db, id)
    const turn = new Turn()
    const persons = knownPersons(db)
    let found = persons.next()
    for (; found.done !== true; found = persons.next()) if (turn.isOver()) yield { kind: 'progress', done: 0, total }
    const index = found.value
    const counts = { added: 0, changed: 0, same: 0, leftOut: 0 }
    const kept: number[] = []
    let done = 0
    let position = -1
    for (;;) {
      const staged = queries.rowsAfter.all(id, position, ROWS_A_STEP)
      const last = staged.at(-1)
      if (last === undefined) break
      position = last.position
      const entries = read(staged)
      const outcomes = outcomesOf(db, index, entries)
      const members = new Map(membersByIds(db, outcomes))
      const places: SourcePlace[] = []
      staged.forEach((row, offset) => {
        const entry = entries[offset]
        const outcome = outcomes[offset]
        if (entry === undefined || outcome === undefined) return
        const act = actOf(row, outcome, onlyRepeatsId(entry.issues))
        counts[act]++
        if (act === 'added') {
          const memberId = writer.add(entry)
          places.push([memberId, row.sheet, row.row])
          if (row.decision === 'addAsNew' && outcome.memberId !== null) writer.distinguish(memberId, outcome.memberId)
        }
        if (act === 'changed') places.push([writer.update(entry, outcome, members), row.sheet, row.row])
        if (act === 'leftOut') kept.push(row.position)
      })
      writer.flush()
      queries.insertSources.run({ batchId, places: JSON.stringify(places) })
      done += staged.length
      if (turn.isOver() || done === total) yield { kind: 'progress', done, total }
      signal?.throwIfAborted()
    }
    if (counts.added + counts.changed === 0) throw failure('NOTHING_TO_IMPORT')
    // Last, as the space that they leave would otherwise be kept for a return and filled anew at once.
    const except = JSON.stringify(kept)
    for (let first = 0; first <= position; first += ROWS_A_STEP) {
      queries.deleteRange.run({ importId: id, first, last: first + ROWS_A_STEP - 1, except })
      if (turn.isOver()) yield { kind: 'progress', done, total }
    }
    const at = now()
    queries.insertCommit.run({ batchId, importId: id, at, ...counts })
    queries.setBatch.run({ batchId, importId: id })
    if (counts.leftOut === 0) {
      queries.finish.run({ id, at })
      queries.deleteFile.run(id)
    }
    return { count: counts.added + counts.changed, result: counts }
  })
}

/** From where a member was written. */
type SourcePlace = readonly [memberId: MemberId, sheet: string, row: number]

/** What committing does with a row, by its outcome and what a person decided about it. */
function actOf(row: StagedRow, outcome: Outcome, repeatsId: boolean): keyof CommitResult {
  const { decision } = row
  if (decision === 'leaveOut') return 'leftOut'
  switch (outcome.outcome) {
    case 'new':
      return 'added'
    case 'changed':
      return 'changed'
    case 'same':
      return 'same'
    case 'error':
      return repeatsId && decision === 'update' ? 'changed' : 'leftOut'
    case 'possibleDuplicate':
    case 'conflict':
      return isOutdated(row, outcome) ? 'leftOut' : conflictAct(decision, outcome)
  }
}

function conflictAct(decision: RosterDecision | null, { memberId, conflict }: Outcome): keyof CommitResult {
  if (decision === 'addAsNew' && conflict !== 'repeatedId') return 'added'
  const isKnown = memberId !== null || conflict === 'repeatedId'
  return decision === 'update' && isKnown ? 'changed' : 'leftOut'
}

/** Writes members and their events within the batch that is open; what is added waits until `flush`. */
class RowWriter {
  readonly #members
  readonly #inserters
  readonly #recordedAt = now()
  readonly #added = new Map<string, MemberId>()
  #newMembers: NewMemberRow[] = []
  #newEvents: MembershipEvent[] = []
  #twoPersons: (readonly [MemberId, MemberId])[] = []

  constructor(private readonly db: BranchDatabase) {
    this.#members = memberQueries(db)
    this.#inserters = memberInserters(db)
  }

  flush(): void {
    this.#inserters.insertMembers(this.#newMembers)
    this.#inserters.insertEvents(this.#newEvents)
    for (const [one, other] of this.#twoPersons) writeDistinction(this.db, one, other)
    this.#newMembers = []
    this.#newEvents = []
    this.#twoPersons = []
  }

  /** Somebody added beside a member who could have been the same person: they are two, whoever looks for duplicates. */
  distinguish(added: MemberId, known: MemberId): void {
    this.#twoPersons.push([added, known])
  }

  add(entry: RosterEntry): MemberId {
    const id = newId(memberIdSchema)
    const { values, events } = planNewMember(entry)
    this.#newMembers.push({ id, values })
    for (const event of events) this.#addEvent(id, event)
    if (values.idNumber !== null && values.idNumber !== undefined) this.#added.set(idKey(values.idNumber), id)
    return id
  }

  update(entry: RosterEntry, { memberId }: Outcome, members: Map<MemberId, Member>): MemberId {
    this.flush()
    const member = (memberId === null ? undefined : members.get(memberId)) ?? this.#sameIdNumber(entry)
    // The first row with the ID number was left out, or is bad itself.
    if (member === undefined) return this.add(entry)
    const { values, event } = planUpdate(entry, member, member.status)
    const updated = { ...member, ...given(values) }
    if (Object.keys(values).length > 0) this.#members.update.run(updated)
    if (event !== null) this.#addEvent(member.id, event)
    members.set(member.id, event === null ? updated : { ...updated, status: statusAfter[event.type] })
    return member.id
  }

  /** For a repeated ID number of the file: the member that the first row with it has become or changed. */
  #sameIdNumber({ fields }: RosterEntry): Member | undefined {
    const number = String(fields.idNumber)
    const id = this.#added.get(number) ?? this.#members.findByIdNumber.get({ idNumber: number, exceptId: null })?.id
    return id === undefined ? undefined : membersByIds(this.db, [{ memberId: id }]).get(id)
  }

  #addEvent(memberId: MemberId, event: MembershipEventInput): void {
    const id = newId(membershipEventIdSchema)
    this.#newEvents.push({ id, memberId, recordedAt: this.#recordedAt, ...event })
  }
}

/** Values to stand beside a whole member; those that are undefined would hide its own. */
function given(values: MemberValues): Partial<MemberFields> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}
