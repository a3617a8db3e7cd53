import type { z } from 'zod'
import { partialDateSchema } from '../../model/date'
import { memberFieldsSchema, type MemberField, type MemberFields } from '../../model/member'
import type { MembershipEventInput, MembershipEventType, MembershipStatus } from '../../model/membership'
import type { RosterField } from '../../model/roster'
import { datesAgree } from '../date'
import { isEventAllowed } from '../membership'
import { statusAfter } from '../membership-status'
import type { ReadRow } from './row'
import { tidyName } from './text'

/** What a sheet says of a person, and what of it is written, as far as planning needs it. */
export interface RosterEntry extends Pick<ReadRow, 'fields' | 'derived'> {
  /** Fields that a person chose not to write. */
  readonly withheld?: ReadonlySet<RosterField>
  /** Fields with empty cells that a person chose to take recorded values away. */
  readonly cleared?: readonly MemberField[]
}

const memberValuesSchema = memberFieldsSchema.partial()
export type MemberValues = z.infer<typeof memberValuesSchema>

/** 会籍变化类型 as sheets write it, by the event of the record. */
const EVENTS: Readonly<Record<string, MembershipEventType>> = {
  入会: 'admission',
  转入: 'transferIn',
  保留: 'keeping',
  转出: 'transferOut',
  除名: 'expulsion',
  退会: 'withdrawal',
}

const memberFields: readonly MemberField[] = memberFieldsSchema.keyof().options

/** The member's fields that a row states, with what its ID number adds where the row is silent or coarser. */
function statedValues({ fields, derived, withheld }: RosterEntry): MemberValues {
  const birthDate = isFiner(derived.birthDate, fields.birthDate) ? derived.birthDate : fields.birthDate
  // 会籍变化日期 is a joining date only where the change is the joining.
  const joinDate = fields.membershipChangeType === '入会' ? fields.membershipChangeDate : undefined
  const merged = { joinDate, ...derived, ...fields, birthDate: birthDate ?? derived.birthDate }
  const written = memberFields.filter((field) => merged[field] !== undefined && withheld?.has(field) !== true)
  return memberValuesSchema.parse(Object.fromEntries(written.map((field) => [field, merged[field]])))
}

/** Whether a date says the same as another one and more. */
function isFiner(date: string | number | undefined, than: string | number | undefined): boolean {
  const [finer, coarser] = [partialDateSchema.safeParse(date), partialDateSchema.safeParse(than)]
  if (!finer.success || !coarser.success) return false
  return finer.data.length > coarser.data.length && datesAgree(finer.data, coarser.data)
}

function eventOf({ fields, withheld }: RosterEntry): MembershipEventInput | null {
  if (withheld?.has('membershipChangeType') === true) return null
  const type = EVENTS[String(fields.membershipChangeType)]
  if (type === undefined) return null
  const date = partialDateSchema.safeParse(fields.membershipChangeDate)
  const reason = fields.membershipChangeReason
  return {
    type,
    date: date.success ? date.data : null,
    decidedOn: null,
    reason: reason === undefined ? null : String(reason),
    documentNumber: null,
    otherUnion: null,
  }
}

export interface NewMember {
  readonly values: MemberValues
  /** At least the one that made the person a member. */
  readonly events: readonly MembershipEventInput[]
}

/** What becomes of a row of a person not recorded yet: a member admitted on the joining date, as far as it is known. */
export function planNewMember(entry: RosterEntry): NewMember {
  const values = statedValues(entry)
  const change = eventOf(entry)
  const joinDate = values.joinDate ?? null
  if (change?.type === 'transferIn') return { values, events: [change] }
  if (change?.type === 'admission') return { values, events: [{ ...change, date: change.date ?? joinDate }] }
  const admission = {
    type: 'admission',
    date: joinDate,
    decidedOn: null,
    reason: null,
    documentNumber: null,
    otherUnion: null,
  } as const
  return { values, events: change === null ? [admission] : [admission, change] }
}

export interface MemberUpdate {
  /** Only the values that differ; an empty cell takes away what a person chose it to, and nothing else. */
  readonly values: MemberValues
  readonly event: MembershipEventInput | null
  /** The row's membership change does not follow from the member's standing: a person has to decide. */
  readonly contradictsStatus: boolean
}

/** What a row changes of a member. */
export function planUpdate(entry: RosterEntry, member: MemberFields, status: MembershipStatus): MemberUpdate {
  const stated = statedValues(entry)
  const changed = memberFields.filter((field) => changes(field, stated, member, entry))
  const cleared = (entry.cleared ?? []).filter((field) => stated[field] === undefined && member[field] !== null)
  const change = eventOf(entry)
  const moves = change !== null && statusAfter[change.type] !== status
  const follows = moves && isEventAllowed(status, change.type)
  const returns = change?.type === 'admission' || change?.type === 'transferIn'
  return {
    values: memberValuesSchema.parse(
      Object.fromEntries([
        ...changed.map((field) => [field, stated[field]] as const),
        ...cleared.map((field) => [field, null] as const),
      ]),
    ),
    event: follows ? change : null,
    contradictsStatus: moves && (!follows || returns),
  }
}

function changes(field: MemberField, stated: MemberValues, member: MemberFields, entry: RosterEntry): boolean {
  const [before, after] = [member[field], stated[field]]
  if (after === undefined || after === null || after === before) return false
  if (before === null) return true
  if (field === 'name') return tidyName(String(before)).name !== after
  if (isFiner(String(before), String(after))) return false
  // What only the ID number says completes a coarser date and replaces nothing.
  return entry.fields[field] !== undefined || isFiner(String(after), String(before))
}
