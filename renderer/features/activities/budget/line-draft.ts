import type { SettledLine } from '../../../../shared/contract/activities/settlement'
import type { BudgetItem, MoneySource } from '../../../../shared/model/activity'
import { fenSchema, type Fen } from '../../../../shared/model/money'
import { parseYuan, yuanText } from '../../../components/yuan'

/** A line of a budget or settlement as typed. */
export interface LineDraft {
  readonly key: number
  readonly item: BudgetItem
  readonly source: MoneySource
  readonly planned: string
  readonly actual: string
  readonly invoice: string
  readonly note: string
}

const amountText = (fen: Fen | null) => (fen === null || fen === 0 ? '' : yuanText(fen))

export function lineDrafts(lines: readonly SettledLine[]): LineDraft[] {
  return lines.map(({ item, source, planned, actual, invoice, note }, key) => ({
    ...{ key, item, source },
    planned: amountText(planned),
    actual: actual === null ? '' : yuanText(actual),
    invoice: invoice ?? '',
    note: note ?? '',
  }))
}

export function addedLine(drafts: readonly LineDraft[]): LineDraft {
  const key = Math.max(-1, ...drafts.map((draft) => draft.key)) + 1
  const { item = 'transport', source = 'funds' } = drafts.at(-1) ?? {}
  return { key, item: drafts.length === 0 ? item : 'other', source, planned: '', actual: '', invoice: '', note: '' }
}

function readAmount(text: string): Fen | null | undefined {
  if (text.trim() === '') return null
  const amount = parseYuan(text)
  return amount === null || amount < 0 ? undefined : amount
}

/** Reads lines; those without any amount are left out, and the keys of those that cannot be read are named. */
export function readLines(drafts: readonly LineDraft[]): {
  readonly lines: readonly SettledLine[]
  readonly wrong: ReadonlySet<number>
} {
  const wrong = new Set<number>()
  const lines = drafts.flatMap(({ key, item, source, planned, actual, invoice, note }) => {
    const [plannedFen, actualFen] = [readAmount(planned), readAmount(actual)]
    if (plannedFen === undefined || actualFen === undefined) {
      wrong.add(key)
      return []
    }
    if (plannedFen === null && actualFen === null) return []
    return [
      {
        ...{ item, source },
        planned: plannedFen ?? fenSchema.parse(0),
        actual: actualFen,
        invoice: invoice.trim() || null,
        note: note.trim() || null,
      },
    ]
  })
  return { lines, wrong }
}
