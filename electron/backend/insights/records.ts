import type { BranchDatabase } from '../../../db/branch-database'
import { qualityQueries } from '../../../db/queries/insights/quality'
import type { QualityOverview } from '../../../shared/contract/insights/quality'
import type { MemberId } from '../../../shared/model/id'
import { qualityFaultSchema, type QualityFault } from '../../../shared/model/insights'
import { qualityFaults } from '../../../shared/rules/insights/quality'
import { Turn } from '../turn'
import { keptUntilWritten } from './kept'

const MEMBERS_A_STEP = 2000

/** The records of active and kept members, and what those above would not count of them. */
export interface CheckedRecords {
  readonly overview: QualityOverview
  /** By name. */
  readonly faulty: readonly {
    readonly memberId: MemberId
    readonly department: string | null
    readonly faults: readonly QualityFault[]
  }[]
}

/** Checked in one pass while other work goes on, and kept until something is written. */
export const checkedRecords = keptUntilWritten(checkRecords)

class Counts {
  members = 0
  sound = 0
  readonly #faults = new Map<QualityFault, number>()

  add(faults: readonly QualityFault[]): void {
    this.members++
    if (faults.length === 0) this.sound++
    for (const fault of faults) this.#faults.set(fault, (this.#faults.get(fault) ?? 0) + 1)
  }

  get figures() {
    const faults = qualityFaultSchema.options
      .map((fault) => ({ fault, count: this.#faults.get(fault) ?? 0 }))
      .filter(({ count }) => count > 0)
    return { members: this.members, sound: this.sound, faults }
  }
}

async function checkRecords(db: BranchDatabase): Promise<CheckedRecords> {
  const { after, twice, byName } = qualityQueries(db)
  const turn = new Turn()
  const doubled = new Set(twice.all())
  const all = new Counts()
  const departments = new Map<string, Counts>()
  const faulty = new Map<MemberId, CheckedRecords['faulty'][number]>()
  for (let row = 0; ;) {
    const lines = after.all({ row, limit: MEMBERS_A_STEP })
    const last = lines.at(-1)
    if (last === undefined) break
    ;[row] = last
    for (const [, memberId, department, gender, birthDate, ethnicity, idType, idNumber, phone] of lines) {
      const record = { gender, birthDate, ethnicity, idType, idNumber, phone }
      const faults = qualityFaults(record, idNumber !== null && doubled.has(idNumber))
      let counts = departments.get(department ?? '')
      if (counts === undefined) departments.set(department ?? '', (counts = new Counts()))
      all.add(faults)
      counts.add(faults)
      if (faults.length > 0) faulty.set(memberId, { memberId, department, faults })
    }
    await turn.pass()
  }
  return {
    overview: {
      ...all.figures,
      departments: [...departments]
        .map(([value, counts]) => ({ value, ...counts.figures }))
        .sort(
          ({ value: left }, { value: right }) =>
            Number(left === '') - Number(right === '') || left.localeCompare(right, 'zh-CN'),
        ),
    },
    faulty: byName.all().flatMap((id) => faulty.get(id) ?? []),
  }
}
