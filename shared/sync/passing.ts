import { z } from 'zod'
import { syncedTableSchema, type Columns, type SyncedTable } from './change'
import { tableRules } from './tables'
import type { WireChange } from './wire'
import { hasQuietTitle, NO_HASH, placeHolder } from './withhold'

/** Kinds of data of which is chosen, floor by floor, what goes on to the union above. */
export const passingKindSchema = z.enum([
  'members',
  /** Telephone, address, e-mail, relatives. */
  'contacts',
  'idNumbers',
  'dues',
  'activities',
  'funds',
  /** Committees, delegates, posts, the branch's team. */
  'committees',
  'directiveAnswers',
  'transfers',
  /** Gifts, hardship, requests, registers of services. */
  'care',
])
export type PassingKind = z.infer<typeof passingKindSchema>

/** How much of a kind goes on, from least to most. */
export const passingLevelSchema = z.enum([
  'nothing',
  /** Counts and sums of the whole organisation, no record. */
  'figures',
  /** Records without what tells who a person is, and without free text. */
  'withoutParticulars',
  'all',
])
export type PassingLevel = z.infer<typeof passingLevelSchema>

export const passingChoicesSchema = z.record(passingKindSchema, passingLevelSchema)
export type PassingChoices = z.infer<typeof passingChoicesSchema>

const inRecordsOrNot = ['nothing', 'all'] as const

/** What may be chosen of a kind. */
export const levelsOf: Readonly<Record<PassingKind, readonly PassingLevel[]>> = {
  members: passingLevelSchema.options,
  contacts: inRecordsOrNot,
  idNumbers: inRecordsOrNot,
  dues: passingLevelSchema.options,
  activities: passingLevelSchema.options,
  funds: passingLevelSchema.options,
  committees: passingLevelSchema.options,
  directiveAnswers: inRecordsOrNot,
  transfers: inRecordsOrNot,
  care: inRecordsOrNot,
}

/** What leaves a branch unless its secretary chooses otherwise. */
export const usualBranchChoices: PassingChoices = {
  members: 'all',
  contacts: 'all',
  idNumbers: 'all',
  dues: 'all',
  activities: 'all',
  funds: 'all',
  committees: 'all',
  directiveAnswers: 'all',
  transfers: 'all',
  care: 'nothing',
}

/** What a hub passes on to the hub above it unless its administrators choose otherwise. */
export const usualHubChoices: PassingChoices = {
  members: 'withoutParticulars',
  contacts: 'nothing',
  idNumbers: 'nothing',
  dues: 'figures',
  activities: 'withoutParticulars',
  funds: 'figures',
  committees: 'withoutParticulars',
  directiveAnswers: 'all',
  transfers: 'all',
  care: 'nothing',
}

interface TablePassing {
  readonly kind: PassingKind
  /** Columns that tell who a person is, or in free text might; `whole` when all of a row does. */
  readonly particulars: readonly string[] | 'whole'
  /** Columns that belong to another kind. */
  readonly ofKind?: Readonly<Partial<Record<PassingKind, readonly string[]>>>
}

const care: TablePassing = { kind: 'care', particulars: 'whole' }

/** Which kind a table belongs to; null for what holds the records together and always goes on. */
export const tablePassing: Readonly<Record<SyncedTable, TablePassing | null>> = {
  branch: null,
  batch: null,
  unit: null,
  member: {
    kind: 'members',
    particulars: [
      ...['name', 'birth_date', 'household_place', 'native_place', 'birth_place', 'job_title', 'position'],
      ...['union_position', 'employer', 'staff_number', 'member_card_number', 'marital_status', 'wage', 'specialty'],
      'remark',
    ],
    ofKind: { contacts: ['phone', 'address', 'email'], idNumbers: ['id_type', 'id_number', 'id_valid_until'] },
  },
  membership_event: { kind: 'members', particulars: ['reason', 'document_number', 'other_union'] },
  identity_document: { kind: 'idNumbers', particulars: 'whole' },
  relative: { kind: 'contacts', particulars: 'whole' },
  honour: { kind: 'members', particulars: ['title', 'document_number', 'note'] },
  custom_field: { kind: 'members', particulars: [] },
  custom_value: { kind: 'members', particulars: 'whole' },
  member_merge: { kind: 'members', particulars: [] },
  not_same_person: { kind: 'members', particulars: [] },
  member_notice: { kind: 'members', particulars: [] },
  committee: { kind: 'committees', particulars: ['note'] },
  election_step: { kind: 'committees', particulars: ['note'] },
  candidate: { kind: 'committees', particulars: [] },
  delegate: { kind: 'committees', particulars: ['note'] },
  post: { kind: 'committees', particulars: ['document_number', 'note'] },
  team_role: { kind: 'committees', particulars: ['skill', 'note'] },
  article: { kind: 'committees', particulars: ['author', 'title', 'approved_by', 'note'] },
  provider: { kind: 'activities', particulars: ['contact', 'phone', 'note'] },
  provider_contract: { kind: 'activities', particulars: ['note'] },
  activity: {
    kind: 'activities',
    particulars: ['contact', 'lecturer', 'over_limit_reason', 'notice', 'summary', 'cancel_reason', 'note'],
  },
  participation: { kind: 'activities', particulars: ['attended_by', 'remark'] },
  activity_step: { kind: 'activities', particulars: ['by', 'opinion'] },
  activity_budget: { kind: 'activities', particulars: ['note'] },
  dues_rule: { kind: 'dues', particulars: [] },
  dues_basis: { kind: 'dues', particulars: ['grade', 'pay', 'note'] },
  dues_exemption: { kind: 'dues', particulars: ['reason', 'decision'] },
  payroll_list: { kind: 'dues', particulars: ['title'] },
  hand_over: { kind: 'dues', particulars: ['collector', 'note'] },
  dues_entry: { kind: 'dues', particulars: ['note'] },
  dues_receipt: { kind: 'dues', particulars: ['payer', 'issuer', 'void_reason'] },
  remittance: { kind: 'dues', particulars: ['note'] },
  dues_dispute: { kind: 'dues', particulars: ['reason', 'outcome'] },
  arrears_rule: { kind: 'dues', particulars: [] },
  arrears_step: { kind: 'dues', particulars: ['by', 'reason', 'decision', 'document'] },
  fund_entry: { kind: 'funds', particulars: ['summary', 'counterpart', 'sign_off', 'over_limit_reason', 'note'] },
  // What a booked gift was given for tells of illness and need.
  fund_share: { kind: 'funds', particulars: [], ofKind: { care: ['item'] } },
  fund_budget: { kind: 'funds', particulars: ['note'] },
  fund_split_rule: { kind: 'funds', particulars: [] },
  spending_limit: { kind: 'funds', particulars: ['note'] },
  month_closing: { kind: 'funds', particulars: ['reason'] },
  directive_answer: { kind: 'directiveAnswers', particulars: ['text', 'by', 'file_name'] },
  transfer: { kind: 'transfers', particulars: ['reason', 'note'] },
  transfer_answer: { kind: 'transfers', particulars: ['reason', 'by'] },
  transfer_claim: {
    kind: 'transfers',
    particulars: ['note'],
    ofKind: { members: ['name'], contacts: ['phone'], idNumbers: ['id_number'] },
  },
  hardship_file: care,
  hardship_person: care,
  hardship_assessment: care,
  care_gift: care,
  request: care,
  request_event: care,
  legal_case: care,
  mutual_aid: care,
  mutual_aid_claim: care,
  checkup: care,
}

const rankOf = (level: PassingLevel) => passingLevelSchema.options.indexOf(level)

function lower(a: PassingLevel, b: PassingLevel): PassingLevel {
  return rankOf(a) < rankOf(b) ? a : b
}

/** What goes on under both of two choices. */
export function narrowest(a: PassingChoices, b: PassingChoices): PassingChoices {
  const kinds = passingKindSchema.options.map((kind) => [kind, lower(a[kind], b[kind])] as const)
  return passingChoicesSchema.parse(Object.fromEntries(kinds))
}

/** Kinds of which the second choices let more through than the first. */
export function widened(before: PassingChoices, now: PassingChoices): PassingKind[] {
  return passingKindSchema.options.filter((kind) => rankOf(now[kind]) > rankOf(before[kind]))
}

/**
 * How much of a table goes on: as much as of its kind, and of every row that one of its rows cannot be without, so that
 * nothing waits above for what will not come and no person is named by what belongs to them.
 */
function levelOf(table: SyncedTable, choices: PassingChoices): PassingLevel {
  const passing = tablePassing[table]
  const own = passing === null ? 'all' : choices[passing.kind]
  const parents = Object.values(tableRules[table].columns).flatMap(({ refersTo, required }) =>
    refersTo !== undefined && required && refersTo !== table ? [levelOf(refersTo, choices)] : [],
  )
  const level = parents.reduce(lower, own)
  return level === 'withoutParticulars' && passing?.particulars === 'whole' ? 'figures' : level
}

const goesOn = (level: PassingLevel) => level === 'all' || level === 'withoutParticulars'

/** The columns of a table that are left out, and those that are left empty since no row can be without them. */
function hiddenColumns(table: SyncedTable, level: PassingLevel, choices: PassingChoices): ReadonlySet<string> {
  const passing = tablePassing[table]
  const particulars = level === 'all' || passing === null || passing.particulars === 'whole' ? [] : passing.particulars
  const ofOthers = Object.entries(passing?.ofKind ?? {}).flatMap(([kind, columns]) =>
    level === 'all' && choices[passingKindSchema.parse(kind)] === 'all' ? [] : columns,
  )
  // What refers to a row that does not go on would be waited for in vain.
  const references = Object.entries(tableRules[table].columns).flatMap(([name, { refersTo, required }]) =>
    refersTo !== undefined && !required && !goesOn(levelOf(refersTo, choices)) ? [name] : [],
  )
  return new Set([...particulars, ...ofOthers, ...references])
}

function without(columns: Columns, table: SyncedTable, hidden: ReadonlySet<string>): Columns {
  return Object.fromEntries(
    Object.entries(columns).flatMap(([name, value]) => {
      if (!hidden.has(name)) return [[name, value]]
      return tableRules[table].columns[name]?.required ? [[name, '']] : []
    }),
  )
}

/** What batches are called may name persons and what was done for them. */
function showsTitle(entry: WireChange, choices: PassingChoices): boolean {
  const kinds = hasQuietTitle(entry) ? passingKindSchema.options : passingKindSchema.exclude(['care']).options
  return kinds.every((kind) => choices[kind] === 'all')
}

/**
 * An entry as it goes on to the floor above under given choices: whole, without some columns, or as a place-holder that
 * says only that there was one, so that the numbers of a stream have no gaps. Of what is not whole the hash stays too,
 * since what a few words hash to can be found by trying.
 */
export function passOn(entry: WireChange, choices: PassingChoices): WireChange {
  const known = syncedTableSchema.safeParse(entry.table)
  // What this program does not know, or what came as a place-holder, is judged by one that knows more.
  if (!known.success) return placeHolder(entry)
  const table = known.data
  const level = levelOf(table, choices)
  if (!goesOn(level)) return placeHolder(entry)
  const hidden = new Set(hiddenColumns(table, level, choices))
  if (table === 'batch' && !showsTitle(entry, choices)) hidden.add('title')
  const names = [...Object.keys(entry.before), ...Object.keys(entry.after)]
  if (!names.some((name) => hidden.has(name))) return entry
  const [before, after] = [without(entry.before, table, hidden), without(entry.after, table, hidden)]
  return { ...entry, before, after, hash: NO_HASH }
}
