import type { HandOverDraft, HandOverSheet } from '../../../../shared/contract/dues/hand-overs'
import { daySchema, type Day } from '../../../../shared/model/date'
import type { MemberId } from '../../../../shared/model/id'
import { fenSchema, type Fen } from '../../../../shared/model/money'
import { parsePartialDate } from '../../../components/partial-date'
import { parseYuan } from '../../../components/yuan'

export type DraftRow = HandOverDraft['rows'][number]
export type RowProblem = 'member' | 'amount' | 'twice'
export type HandOverProblem =
  'collector' | 'receivedOn' | 'future' | 'declaredCount' | 'declaredTotal' | 'rows' | RowProblem

interface ReadHandOver {
  /** Null while something cannot be read; it need not agree with what was declared. */
  readonly sheet: HandOverSheet | null
  readonly problems: ReadonlySet<HandOverProblem>
  /** Of each row. */
  readonly rowProblems: readonly (RowProblem | null)[]
  readonly entered: { readonly count: number; readonly total: Fen }
  /** Null for what is not given, or cannot be read. */
  readonly declared: { readonly count: number | null; readonly total: Fen | null }
}

export function newHandOverDraft(today: Day, issuer: string): HandOverDraft {
  return {
    collector: '',
    receivedOn: today,
    declaredCount: '',
    declaredTotal: '',
    note: '',
    withReceipts: true,
    issuer,
    rows: [],
  }
}

/** Reads a sheet as typed; cash cannot have been received after today. */
export function readHandOverDraft(draft: HandOverDraft, today: Day): ReadHandOver {
  const problems = new Set<HandOverProblem>()
  const collector = draft.collector.trim()
  if (collector === '') problems.add('collector')
  const receivedOn = daySchema.safeParse(parsePartialDate(draft.receivedOn)).data
  if (receivedOn === undefined) problems.add('receivedOn')
  else if (receivedOn > today) problems.add('future')
  const declaredCount = countOf(draft.declaredCount)
  const declaredTotal = positive(parseYuan(draft.declaredTotal))
  if (declaredCount === null) problems.add('declaredCount')
  if (declaredTotal === null) problems.add('declaredTotal')
  if (draft.rows.length === 0) problems.add('rows')
  const seen = new Set<MemberId>()
  const amounts = draft.rows.map(({ amount }) => positive(parseYuan(amount)))
  const rowProblems = draft.rows.map(({ memberId }, index): RowProblem | null => {
    if (memberId === null) return 'member'
    if (seen.has(memberId)) return 'twice'
    seen.add(memberId)
    return amounts[index] == null ? 'amount' : null
  })
  for (const problem of rowProblems) if (problem !== null) problems.add(problem)
  const rows = draft.rows.flatMap(({ memberId }, index) => {
    const amount = amounts[index] ?? null
    return memberId === null || amount === null ? [] : [{ memberId, amount }]
  })
  const total = fenSchema.parse(amounts.reduce((sum, amount) => sum + (amount ?? 0), 0))
  const isUnreadable = problems.size > 0 || receivedOn === undefined || declaredCount === null || declaredTotal === null
  return {
    sheet: isUnreadable
      ? null
      : {
          collector,
          receivedOn,
          declaredCount,
          declaredTotal,
          note: draft.note.trim() || null,
          rows,
          receipts: draft.withReceipts ? { issuer: draft.issuer.trim() || null } : null,
        },
    problems,
    rowProblems,
    entered: { count: draft.rows.length, total },
    declared: { count: declaredCount, total: declaredTotal },
  }
}

function countOf(text: string): number | null {
  const digits = /^\d{1,6}$/.exec(text.normalize('NFKC').replace(/[\s人名]/g, ''))?.[0]
  return digits === undefined || Number(digits) === 0 ? null : Number(digits)
}

function positive(fen: Fen | null): Fen | null {
  return fen === null || fen <= 0 ? null : fen
}
