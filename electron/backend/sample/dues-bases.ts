import type { BranchDatabase } from '../../../db/branch-database'
import { basisQueries } from '../../../db/queries/dues/bases'
import type { Month } from '../../../shared/model/date'
import { duesRuleInputSchema, type DuesBasis, type DuesRuleInput } from '../../../shared/model/dues-rule'
import type { MemberId } from '../../../shared/model/id'
import { fenSchema } from '../../../shared/model/money'
import { addMonths } from '../../../shared/rules/date'
import { setBases } from '../dues/bases/set-bases'

/** What scale pay rises by, in fen. */
const RAISE = 20_000

/** 0.5 % of post and scale pay, half of it in probation, a fixed amount for those on contract. */
export function sampleDuesRule(validFrom: Month): DuesRuleInput {
  const rate = { kind: 'rate', baseStep: 1000, roundingUnit: 10, roundingMode: 'halfUp' }
  const pay = { payItems: ['post', 'scale'], floor: null, cap: null }
  return duesRuleInputSchema.parse({
    formula: {
      period: 'month',
      classes: [
        { ...pay, memberClass: 'regular', calculation: { ...rate, rate: 50 } },
        { ...pay, memberClass: 'probation', calculation: { ...rate, rate: 25 } },
        { ...pay, memberClass: 'contract', payItems: [], calculation: { kind: 'flat', amount: 1000 } },
      ],
      joining: 'sameMonth',
      leaving: 'sameMonth',
    },
    validFrom,
    validUntil: null,
    decision: '示例：第三届工会委员会第二次会议',
    decidedOn: null,
  })
}

/** Class and pay of everybody with a wage, from a month on. */
export async function addSampleBases(
  db: BranchDatabase,
  members: readonly MemberId[],
  validFrom: Month,
): Promise<void> {
  const { person } = basisQueries(db)
  const changes = members.flatMap((memberId, index) => {
    const wage = person.get(memberId)?.wage ?? null
    if (wage === null) return []
    const scale = Math.floor((wage * 4) / 10_000) * 1000
    const pay = { post: fenSchema.parse(wage - scale), scale: fenSchema.parse(scale) }
    return [{ memberId, change: { memberClass: classOf(index), grade: null, pay } }]
  })
  await setBases(db, changes, { validFrom, note: null, replace: false, title: `示例：${validFrom}` })
}

/** A raise of a few members recorded after the month from which it counts was charged. */
export async function addSampleRaise(
  db: BranchDatabase,
  members: readonly MemberId[],
  validFrom: Month,
): Promise<void> {
  const { inMonth } = basisQueries(db)
  const changes = members.flatMap((memberId, index) => {
    const pay = index % 40 === 12 ? inMonth(memberId, addMonths(validFrom, -1))?.pay : undefined
    if (pay?.scale === undefined) return []
    return [{ memberId, change: { pay: { ...pay, scale: fenSchema.parse(pay.scale + RAISE) } } }]
  })
  await setBases(db, changes, { validFrom, note: '薪级调整', replace: false, title: `示例：${validFrom}` })
}

function classOf(index: number): DuesBasis['memberClass'] {
  if (index % 15 === 4) return 'probation'
  return index % 20 === 9 ? 'contract' : 'regular'
}
