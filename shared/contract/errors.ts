import { ORPCError } from '@orpc/client'
import { oc } from '@orpc/contract'
import { z } from 'zod'

/**
 * Everything that can go wrong in the user's world. The sentence for people and the next step of each code stand in
 * the locale files under `errors.<code>`; data fills their blanks and never holds personal data.
 */
const catalogue = {
  // Access
  BRANCH_LOCKED: {},
  BRANCH_EXISTS: {},
  PASSPHRASE_WRONG: { data: z.object({ attemptsLeft: z.int() }) },
  RECOVERY_CODE_WRONG: { data: z.object({ attemptsLeft: z.int() }) },
  /** No recovery code at all: a character is wrong, missing or too many. */
  RECOVERY_CODE_MISTYPED: {},
  TOO_MANY_ATTEMPTS: { data: z.object({ seconds: z.int() }) },
  PASSPHRASE_WEAK: {},
  /** The passphrase of sensitive data has to be another one than the branch's. */
  PASSPHRASE_SAME: {},
  /** Sensitive data is closed, or its passphrase was never set. */
  SENSITIVE_CLOSED: {},
  SENSITIVE_NOT_SET: {},
  SYSTEM_KEY_LOST: {},
  /** The sample branch has no passphrase and no kept key. */
  NOT_IN_SAMPLE: {},
  DATABASE_NEWER: {},
  DATABASE_DAMAGED: {},
  DATABASE_IN_USE: {},
  DATABASE_ON_NETWORK: {},
  MIGRATION_FAILED: {},
  DISK_FULL: {},
  // Records
  /** A long import is being written; nothing else is written until it is done. */
  BUSY: {},
  NOT_FOUND: {},
  CHANGED_MEANWHILE: {},
  /** What the rules of `shared/rules/member` refuse; names of the fields. */
  MEMBER_INVALID: { data: z.object({ fields: z.array(z.string()) }) },
  /** Dues or activities refer to the record, so it cannot be removed. */
  MEMBER_IN_USE: {},
  ID_NUMBER_TAKEN: { data: z.object({ memberId: z.string() }) },
  /** Only the latest membership event can be revoked; those before it stand as what followed took them for granted. */
  EVENT_NOT_LAST: {},
  EVENT_NOT_ALLOWED: { data: z.object({ status: z.string(), type: z.string() }) },
  /** What the rules of `shared/rules/member-detail` refuse; names of the fields. */
  DETAIL_INVALID: { data: z.object({ fields: z.array(z.string()) }) },
  CUSTOM_FIELD_EXISTS: {},
  /** No JPEG, or one too large; the window makes them small before. */
  PHOTO_INVALID: {},
  BATCH_NOT_UNDOABLE: {},
  REASON_MISSING: {},
  NOT_CONFIRMED: {},
  /** The law leaves no choice whether this kind of data is passed on. */
  PASSING_FIXED: {},
  // Organisation
  /** A sibling has this name, or uses it as another spelling of its own. */
  UNIT_NAME_TAKEN: { data: z.object({ name: z.string() }) },
  UNIT_HAS_MEMBERS: { data: z.object({ members: z.int() }) },
  /** Members, groups or posts refer to the unit, so it cannot be removed. */
  UNIT_IN_USE: {},
  UNIT_CLOSED: {},
  /** Everybody chosen belongs there already. */
  NOBODY_TO_MOVE: {},
  // Roster files
  FILE_EMPTY: {},
  FILE_NOT_A_ROSTER: {},
  FILE_BROKEN: {},
  FILE_ENCRYPTED: {},
  FILE_TOO_LARGE: { data: z.object({ limit: z.string() }) },
  FILE_NO_ROWS: {},
  FILE_TOO_MANY_COLUMNS: { data: z.object({ limit: z.int() }) },
  FILE_TOO_SLOW: {},
  MAPPING_WITHOUT_NAME: {},
  MAPPING_FIELD_TWICE: { data: z.object({ field: z.string() }) },
  NOTHING_TO_IMPORT: {},
  DECISION_NOT_POSSIBLE: {},
  /** What was answered is no value of the field. */
  ANSWER_NOT_A_VALUE: { data: z.object({ field: z.string() }) },
  EXPORT_NOT_WRITTEN: {},
  // Reports
  /** Everybody chosen would be refused, or nobody was chosen. */
  NOTHING_TO_REPORT: {},
  /** Only the newer format can be filled in without touching the rest. */
  WORKBOOK_NOT_XLSX: {},
  WORKBOOK_WITHOUT_HEADINGS: { data: z.object({ name: z.string() }) },
  /** Formulas stand below the place of the rows, which would have to move. */
  WORKBOOK_TOO_SHORT: { data: z.object({ rows: z.int(), room: z.int() }) },
  // Dues
  NO_DUES_RULE: { data: z.object({ month: z.string() }) },
  /** Another rule holds in some of its months; the month from which that one holds. */
  DUES_RULE_OVERLAPS: { data: z.object({ from: z.string() }) },
  /** How many of the members have a basis that begins in the very month. */
  BASIS_EXISTS: { data: z.object({ month: z.string(), members: z.int() }) },
  PAY_SHEET_WITHOUT_PAY: {},
  EXEMPTION_ENDS_BEFORE_START: { data: z.object({ from: z.string() }) },
  /** The month from which the other exemption of the member holds. */
  EXEMPTION_OVERLAPS: { data: z.object({ from: z.string() }) },
  DUES_RULE_ENDS_BEFORE_START: { data: z.object({ from: z.string() }) },
  NOTHING_TO_SAVE: {},
  NOTHING_TO_CHARGE: {},
  /** The run would charge others, or other amounts, than its preview showed. */
  CHARGES_CHANGED: {},
  /** None of the members chosen owes anything. */
  NOTHING_OWED: {},
  ALREADY_REVERSED: {},
  /** What is entered in the ledger is taken back before it is changed. */
  PAYROLL_POSTED: {},
  /** A deduction list cannot be posted as it stands. */
  PAYROLL_NOT_POSTABLE: { data: z.object({ obstacle: z.string() }) },
  /** More than the employer still holds of the list. */
  REMITTANCE_TOO_LARGE: { data: z.object({ held: z.int() }) },
  /** Money of the list was received already. */
  PAYROLL_RECEIVED: {},
  NOTHING_TO_DEDUCT: { data: z.object({ from: z.string(), until: z.string() }) },
  /** Every month chosen is disputed already. */
  NOTHING_TO_DISPUTE: {},
  /** Money cannot have moved after today. */
  DAY_IN_FUTURE: {},
  /** Who is no member any more pays old debts only. */
  MEMBER_LEFT: { data: z.object({ members: z.int() }) },
  /** More was chosen for a month, or waived of it, than is open there. */
  MORE_THAN_OPEN: { data: z.object({ month: z.string() }) },
  MORE_THAN_CREDIT: {},
  /** What was left of the payment was given back: that refund has to be taken back first. */
  PAYMENT_REFUNDED: {},
  /** No payment that stands, or one that has a valid receipt. */
  NO_RECEIPT_POSSIBLE: {},
  RECEIPT_VOIDED: {},
  /** The cash entered is not what the collector declared; amounts in yuan. */
  DECLARED_DIFFERS: {
    data: z.object({ declaredCount: z.int(), count: z.int(), declaredTotal: z.string(), total: z.string() }),
  },
  /** Payments of the time asked about wait to be entered: in hand-overs or in deduction lists. */
  PAYMENTS_NOT_ENTERED: { data: z.object({ handOvers: z.int(), lists: z.int() }) },
  // Care
  /** What the rules of `shared/rules/care/gift` refuse. */
  GIFT_INVALID: {},
  /** The book holds what these gifts are: that spending is reversed before they change. */
  GIFT_BOOKED: { data: z.object({ gifts: z.int() }) },
  /** What others paid is not in this union's book. */
  GIFT_PAID_BY_OTHERS: {},
  /** The member has an open hardship file. */
  HARDSHIP_FILE_EXISTS: {},
  HARDSHIP_YEAR_EXISTS: { data: z.object({ year: z.string() }) },
  /** Another class was decided than the figures propose, and nobody said why. */
  HARDSHIP_REASON_MISSING: {},
  // Activities
  /** What was settled is changed once it is opened again. */
  ACTIVITY_SETTLED: {},
  /** As an activity stands now, the step makes no sense: somebody took it before, or it is over. */
  STEP_NOT_ALLOWED: {},
  /** No day of the repetition comes after the activity. */
  NOTHING_TO_REPEAT: {},
  // Funds
  /** The books of the month are closed: nothing is dated in it any more. */
  MONTH_CLOSED: { data: z.object({ month: z.string() }) },
  /** What the rules of `shared/rules/funds/entry` refuse. */
  FUND_ENTRY_INVALID: {},
  /** Nothing stands before the opening balance of an account, which is on that day. */
  FUND_BEFORE_OPENING: { data: z.object({ day: z.string() }) },
  FUND_OPENING_EXISTS: {},
  /** Something was booked on that day, before the opening balance. */
  FUND_OPENING_LATE: { data: z.object({ day: z.string() }) },
  /** No JPEG, PNG or PDF, or too many of them. */
  ATTACHMENT_INVALID: {},
  ANSWER_MISSING: {},
  /** No JPEG, PNG, PDF, XLSX or DOCX, or one with macros. */
  ANSWER_FILE_INVALID: {},
  /** The other branch has taken the member over; only it can give the member back. */
  TRANSFER_DONE: {},
  /** The request was taken back, or does not wait for an answer any more. */
  TRANSFER_CLOSED: {},
  /** The change of the former branch does not fit the record as it is now. */
  LATE_EDIT_NOT_POSSIBLE: {},
  DIRECTIVE_WITHDRAWN: {},
  // Exchange by file
  /** No whole invitation of a hub. */
  INVITATION_INVALID: {},
  /** The hub has not told its keys yet. */
  EXCHANGE_NO_KEYS: {},
  EXCHANGE_NOT_OURS: {},
  /** A report where an answer is read. */
  EXCHANGE_OTHER_KIND: {},
  EXCHANGE_NEWER: {},
  /** For another branch, PC or copy, or from another hub. */
  EXCHANGE_FOREIGN: {},
  EXCHANGE_DAMAGED: {},
  EXCHANGE_FORGED: {},
  EXCHANGE_TOO_LARGE: { data: z.object({ limit: z.string() }) },
  ATTACHMENTS_TOO_MANY: { data: z.object({ limit: z.int() }) },
  ATTACHMENT_TOO_LARGE: { data: z.object({ limit: z.string() }) },
  BUDGET_INVALID: {},
  // Statistics
  /** Rows and columns of a report that do not go together, see `shared/rules/statistics/design`. */
  DESIGN_INVALID: {},
  TEMPLATE_NAME_TAKEN: { data: z.object({ name: z.string() }) },
  /** What the rules of `shared/rules/funds/split` refuse. */
  SPLIT_INVALID: {},
  /** Spending was booked for the activity, or it has pictures and papers, so it cannot be removed. */
  ACTIVITY_IN_USE: {},
  /** What the checks before a closing found would make the books wrong. */
  CLOSING_BLOCKED: { data: z.object({ month: z.string() }) },
  /** Months are reopened from the one closed last on, which is named. */
  REOPEN_NOT_LATEST: { data: z.object({ month: z.string() }) },
  /** A limit of the same item and period holds at the same time. */
  LIMIT_OVERLAPS: { data: z.object({ region: z.string(), validFrom: z.string() }) },
  // Care
  /** A step that does not follow in the state of the request. */
  REQUEST_STEP_NOT_ALLOWED: { data: z.object({ state: z.string(), step: z.string() }) },
  /** The step lies before the last one, or before the request came in. */
  REQUEST_STEP_EARLY: { data: z.object({ day: z.string() }) },
  /** Nobody was called back, and no reason is given. */
  REQUEST_NOT_CLOSABLE: {},
  /** What is claimed for happened outside the days of the cover, which are named. */
  CLAIM_NOT_COVERED: { data: z.object({ from: z.string(), until: z.string() }) },
  /** Another committee of the same kind and place stands, or is prepared already. */
  COMMITTEE_STANDING: {},
  /** A candidate cannot have more votes than there are valid ballots. */
  VOTES_TOO_MANY: { data: z.object({ valid: z.int() }) },
  /** An election ends once it is recorded who was elected. */
  NOBODY_ELECTED: {},
  /** The new committee would begin before the old one was elected. */
  ELECTION_TOO_EARLY: { data: z.object({ day: z.string() }) },
  PROVIDER_NAME_TAKEN: { data: z.object({ name: z.string() }) },
  /** An activity, a check-up or a legal case names it. */
  PROVIDER_IN_USE: {},
  // Federation
  HUB_UNREACHABLE: {},
  HUB_NOT_TRUSTED: {},
  HUB_NOT_A_HUB: {},
  /** Hub and program are of versions that do not understand each other. */
  HUB_INCOMPATIBLE: {},
  /** Another copy of this record has sent already. */
  HUB_REFUSES_COPY: {},
  ENROLMENT_CODE_WRONG: {},
  /** The hub knows this branch and wants a code made for it, or the code was made for another branch. */
  ENROLMENT_CODE_FOR_OTHER: {},
  ALREADY_ENROLLED: {},
  NOT_ENROLLED: {},
  /** Something else needs a record that was to go, or stands where it was to come back. */
  CONFLICT_BLOCKED: {},
  /** The other value is one that this program does not allow. */
  CONFLICT_VALUE_INVALID: {},
  // Anything that is our own fault
  INTERNAL: {},
} as const

export type ErrorCode = keyof typeof catalogue

/** Every procedure of the desktop contract starts from here, so that all share one catalogue of errors. */
export const procedure = oc.errors(catalogue)

type Catalogue = typeof catalogue
export type ErrorData<Code extends ErrorCode> = Catalogue[Code] extends { data: infer Schema extends z.ZodType }
  ? z.infer<Schema>
  : undefined

/** An error of the catalogue, to be thrown by a service. */
export function failure<Code extends ErrorCode>(
  code: Code,
  ...data: ErrorData<Code> extends undefined ? [] : [ErrorData<Code>]
): ORPCError<Code, ErrorData<Code> | undefined> {
  return new ORPCError<Code, ErrorData<Code> | undefined>(code, { defined: true, data: data[0] })
}

/** Whether a text is a code of the catalogue. */
export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(catalogue, code)
}
