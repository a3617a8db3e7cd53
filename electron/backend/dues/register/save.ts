import type { BranchDatabase } from '../../../../db/branch-database'
import { registerQueries, type RegisterMember } from '../../../../db/queries/dues/register'
import type { HostClient } from '../../../../shared/contract/host'
import { fenSchema } from '../../../../shared/model/money'
import { registerWords } from '../../../../shared/rules/dues/register-words'
import type { SheetLanguage } from '../../../../shared/rules/roster/sheet-words'
import { sumOfRow, type LedgerColumn, type LedgerFormula, type LedgerGroup, type LedgerValue } from '../../ledger-sheet'
import { saveLedger } from '../save-ledger'
import { boundsOf, rowOf } from './register'

const MONTHS = 12
/** Columns from 0: number, name, group, the months, then the sums. */
const FIRST_MONTH = 3
const LAST_MONTH = FIRST_MONTH + MONTHS - 1
const CHARGED = LAST_MONTH + 1
const WAIVED = CHARGED + 1
const PAID = WAIVED + 1

/** Writes the register of a year to a workbook, see the contract. */
export function saveRegister(
  db: BranchDatabase,
  host: HostClient,
  { year, language }: { readonly year: string; readonly language: SheetLanguage },
  signal: AbortSignal | undefined,
) {
  const words = registerWords[language]
  const members = registerQueries(db).members.all({ ...boundsOf(year), offset: 0, limit: -1 })
  const departments = new Map<string | null, RegisterMember[]>()
  for (const member of members) {
    const known = departments.get(member.department)
    if (known === undefined) departments.set(member.department, [member])
    else known.push(member)
  }
  const money = (heading: string, width: number): LedgerColumn => ({ heading, width, kind: 'money', isSummed: true })
  let number = 0

  function cells(member: RegisterMember): (LedgerValue | LedgerFormula)[] {
    const { months, year: whole, name, unionGroup } = rowOf(db, year, member)
    return [
      ++number,
      name,
      unionGroup,
      ...months.map(({ sums, isExempt }) => (sums === null ? (isExempt ? words.exempt : null) : sums.paid)),
      whole.charged,
      whole.waived,
      sumOfRow(FIRST_MONTH, LAST_MONTH, whole.paid),
      {
        formula: (cell) => `${cell(CHARGED)}-${cell(WAIVED)}-${cell(PAID)}`,
        result: fenSchema.parse(whole.charged - whole.waived - whole.paid),
      },
    ]
  }

  function* groups(): Generator<LedgerGroup, void, void> {
    for (const [department, ofDepartment] of departments) {
      yield {
        title: departments.size === 1 ? null : words.subtotal(department ?? words.noDepartment),
        rows: (function* () {
          for (const member of ofDepartment) yield cells(member)
        })(),
      }
    }
  }

  const title = words.title(year)
  return saveLedger(
    db,
    host,
    title,
    {
      name: title,
      title,
      lines: [words.meaning],
      columns: [
        { heading: words.number, width: 6, kind: 'count' },
        { heading: words.name, width: 11, kind: 'text' },
        { heading: words.unionGroup, width: 13, kind: 'text' },
        ...Array.from({ length: MONTHS }, (_, index) => money(words.month(index + 1), 8)),
        money(words.charged, 11),
        money(words.waived, 9),
        money(words.paid, 11),
        money(words.open, 10),
      ],
      groups: groups(),
      rowCount: members.length,
      total: words.total,
      notes: [words.signatures],
    },
    signal,
  )
}
