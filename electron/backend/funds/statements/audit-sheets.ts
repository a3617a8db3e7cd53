import type { Audit, AuditedEntry } from '../../../../shared/contract/funds/statements'
import { statementWords } from '../../../../shared/rules/funds/statement-words'
import type { SheetLanguage } from '../../../../shared/rules/roster/sheet-words'
import type { LedgerColumn, LedgerFormula, LedgerSheet, LedgerValue } from '../../ledger-sheet'
import { statementSheets } from './statement-sheet'

type Cells = readonly (LedgerValue | LedgerFormula)[]

/** Everything that the audit committee looks at in a year, one sheet each. */
export function auditSheets(audit: Audit, language: SheetLanguage): LedgerSheet[] {
  const words = statementWords[language]

  function sheet(
    name: string,
    columns: readonly LedgerColumn[],
    rows: readonly Cells[],
    total: string | null,
  ): LedgerSheet {
    return {
      name,
      title: name,
      lines: [words.year(audit.year), words.unit],
      columns,
      groups: [{ title: null, rows }],
      rowCount: rows.length,
      total,
      notes: [words.signatures],
    }
  }

  const text = (heading: string, width: number): LedgerColumn => ({ heading, width, kind: 'text' })
  const day = (heading: string): LedgerColumn => ({ heading, width: 12, kind: 'day' })
  const money = (heading: string, isSummed = true): LedgerColumn => ({ heading, width: 15, kind: 'money', isSummed })

  const entryColumns = (withReason: boolean): LedgerColumn[] => [
    day(words.entry[0]),
    text(words.entry[1], 12),
    { heading: words.entry[2], width: 9, kind: 'count' },
    text(words.entry[3], 34),
    money(words.entry[4]),
    ...(withReason ? [text(words.entry[5], 34)] : []),
  ]
  const entryCells = ({ on, account, voucherNumber, summary, amount, overLimitReason }: AuditedEntry): Cells => [
    on,
    words.accounts[account],
    voucherNumber,
    summary,
    amount,
    overLimitReason,
  ]
  const { retained } = audit
  const difference: LedgerFormula = {
    formula: (cell) => `${cell(1, 2)}-${cell(1, 1)}`,
    result: retained.received - (retained.expected ?? 0),
  }
  return [
    ...statementSheets(audit.statement, language),
    sheet(words.overLimit, entryColumns(true), audit.overLimit.map(entryCells), words.total),
    sheet(words.withoutAttachment, entryColumns(false), audit.withoutAttachment.map(entryCells), words.total),
    sheet(
      words.voided,
      [
        text(words.receipt[0], 14),
        text(words.receipt[1], 14),
        money(words.receipt[2]),
        day(words.receipt[3]),
        day(words.receipt[4]),
        text(words.receipt[5], 34),
      ],
      audit.voided.map(({ series, number, payer, amount, issuedOn, voidedOn, voidReason }) => [
        `${series}-${number}`,
        payer,
        amount,
        issuedOn,
        voidedOn,
        voidReason,
      ]),
      words.total,
    ),
    sheet(
      words.reversals,
      [
        day(words.reversal[0]),
        text(words.reversal[1], 34),
        money(words.reversal[2], false),
        text(words.reversal[3], 34),
      ],
      audit.reversals.map(({ on, what, amount, reason }) => [on, what, amount, reason]),
      null,
    ),
    sheet(
      words.reopened,
      [
        text(words.closing[0], 12),
        text(words.closing[1], 22),
        money(words.closing[2], false),
        money(words.closing[3], false),
        text(words.closing[4], 34),
      ],
      audit.reopened.map(({ month, recordedAt, duesBalance, fundsBalance, reason }) => [
        month,
        recordedAt.slice(0, 10),
        duesBalance,
        fundsBalance,
        reason,
      ]),
      null,
    ),
    sheet(
      words.dues,
      [text(words.month[0], 12), money(words.month[1]), money(words.month[2]), money(words.month[3])],
      audit.dues.map(({ month, charged, received }) => [
        month,
        charged,
        received,
        { formula: (cell) => `${cell(1)}-${cell(2)}`, result: charged - received },
      ]),
      words.total,
    ),
    sheet(
      words.retained,
      [text(words.share[0], 44), money(words.share[1], false)],
      [
        [words.received, retained.received],
        ...(retained.expected === null
          ? []
          : [
              [words.expected(retained.months), retained.expected],
              [words.difference, difference],
            ]),
      ],
      null,
    ),
  ]
}
