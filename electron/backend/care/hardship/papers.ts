import type { BranchDatabase } from '../../../../db/branch-database'
import { logAccess } from '../../../../db/queries/access'
import { hardshipQueries } from '../../../../db/queries/care/hardship'
import type { HardshipDetail, HardshipFilter } from '../../../../shared/contract/care/hardship'
import { failure } from '../../../../shared/contract/errors'
import type { HostClient } from '../../../../shared/contract/host'
import type { Clear } from '../../../../shared/contract/roster'
import type { HardshipFileId } from '../../../../shared/model/id'
import { hardshipWords } from '../../../../shared/rules/care/hardship-words'
import { missingFields } from '../../../../shared/rules/care/hardship-complete'
import { maskIdNumber, maskPhone } from '../../../../shared/rules/mask'
import { dayOf } from '../../../../shared/rules/date'
import type { SheetLanguage } from '../../../../shared/rules/roster/sheet-words'
import { SENSITIVE_MASK } from '../../../../shared/sync/sensitive'
import { saveLedger } from '../../dues/save-ledger'
import { requireMember } from '../../members/require-member'
import { detailOf } from './files'
import { searchOf } from './lines'

/** More files than a branch has. */
const EVERY_FILE = 100_000

/** The last four digits of an account stay readable. */
function maskAccount(account: string): string {
  return '*'.repeat(Math.max(account.length - 4, 0)) + account.slice(-4)
}

/** A file for its paper, numbers masked or in clear when a native dialog confirms it. Throws NOT_FOUND, NOT_CONFIRMED. */
export async function paperOf(
  db: BranchDatabase,
  host: HostClient,
  id: HardshipFileId,
  clear: Clear,
): Promise<HardshipDetail> {
  const detail = detailOf(db, id)
  const { file, persons } = detail
  if (!clear.clear) {
    return {
      ...detail,
      file: { ...file, bankAccount: file.bankAccount === null ? null : maskAccount(file.bankAccount) },
      persons: persons.map((person) => ({
        ...person,
        idNumber: person.idNumber === null ? null : maskIdNumber(person.idNumber),
        phone: person.phone === null ? null : maskPhone(person.phone),
      })),
    }
  }
  if (!(await host.confirm({ act: 'paperClear', count: 1 }))) throw failure('NOT_CONFIRMED')
  const { memberId } = file
  logAccess(db, { kind: 'reveal', memberId, subject: 'hardshipFile', count: 1, reason: clear.reason })
  return { ...detail, member: requireMember(db, memberId) }
}

/** Saves the list 汇总表 as .xlsx, see the contract. Throws NOT_CONFIRMED, EXPORT_NOT_WRITTEN, DISK_FULL. */
export async function* exportList(
  db: BranchDatabase,
  host: HostClient,
  {
    filter,
    clear,
    language,
  }: { readonly filter: HardshipFilter; readonly clear: Clear; readonly language: SheetLanguage },
  signal: AbortSignal | undefined,
) {
  const { list, employer } = hardshipQueries(db)
  const found = list.all({ ...searchOf(filter), offset: 0, limit: EVERY_FILE })
  if (clear.clear) {
    if (!(await host.confirm({ act: 'exportClear', rows: found.length }))) throw failure('NOT_CONFIRMED')
    logAccess(db, { kind: 'reveal', subject: 'hardshipFile', count: found.length, reason: clear.reason })
  }
  const words = hardshipWords[language]
  const unionName = employer.get()?.unionName ?? null
  const rows = found.map((line, index) => {
    const { file, persons, assessments, member: shown } = detailOf(db, line.id)
    const member = clear.clear ? requireMember(db, line.memberId) : shown
    const isComplete = missingFields(member, file, persons, assessments.length > 0).length === 0
    const cause = [file.mainCause, file.otherCause].filter((text) => text !== null).join('、')
    return [
      index + 1,
      unionName,
      words.kind[line.kind],
      member.staffNumber,
      line.name,
      member.gender,
      member.idNumber,
      member.householdType,
      isComplete ? words.yes : words.no,
      words.intake[line.intake],
      line.class === null ? null : words.class[line.class],
      clear.clear ? cause : cause === '' ? null : SENSITIVE_MASK,
    ]
  })
  const widths = [6, 24, 16, 12, 12, 6, 22, 16, 10, 10, 12, 20]
  const sheet = {
    name: words.list,
    title: words.list,
    lines: [words.asOf(dayOf(new Date()))],
    columns: words.headings.map((heading, column) => ({
      heading,
      width: widths[column] ?? 12,
      kind: column === 0 ? ('count' as const) : ('text' as const),
    })),
    groups: [{ title: null, rows }],
    rowCount: rows.length,
    total: null,
    notes: clear.clear ? [] : [words.masked],
  }
  yield* saveLedger(db, host, `${words.list}-${dayOf(new Date())}`, sheet, signal)
}
