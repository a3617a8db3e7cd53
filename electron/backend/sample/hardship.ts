import type { BranchDatabase } from '../../../db/branch-database'
import { hardshipStandards } from '../../../shared/codes/care/hardship-standards'
import type { Day } from '../../../shared/model/date'
import {
  hardshipAssessmentInputSchema,
  hardshipFileInputSchema,
  hardshipPersonInputSchema,
  type HardshipAssessmentInput,
  type HardshipFileInput,
  type HardshipPersonInput,
} from '../../../shared/model/hardship'
import type { HardshipFileId, MemberId } from '../../../shared/model/id'
import { addDays } from '../../../shared/rules/date'
import { openFile, saveAssessment, savePerson } from '../care/hardship/files'

/** The minimum living standard of a place that does not exist, a month and head in fen. */
const MINIMUM = 110_000

const nothing = (fields: readonly string[]) => Object.fromEntries(fields.map((field) => [field, null]))

/** Three families in hardship: one decided and due for review, one in publicity, one just opened. */
export function addSampleHardship(db: BranchDatabase, today: Day, members: readonly MemberId[]): void {
  const [first, second, third] = [members[7], members[23], members[41]]
  if (first === undefined || second === undefined || third === undefined) throw new Error('Too few members')
  const lastYear = String(Number(today.slice(0, 4)) - 1)
  const ill = file(db, first, addDays(today, -380), {
    ...{ mainCause: '本人疾病', otherCause: '收入低', health: '糖尿病', medicalInsurance: '职工医保' },
    ...{ housing: '租房', floorArea: '20-50', monthlyIncome: 320_000, subsistence: '低保边缘户' },
    ...{ note: '示例档案，人物虚构。' },
  })
  person(db, ill, { name: '示例配偶', relation: '配偶', standing: '失（无）业', monthlyIncome: 0, health: '良好' })
  person(db, ill, { name: '示例女儿', relation: '女儿', standing: '在校学生', place: '示例中学', health: '良好' })
  assessment(db, ill, {
    ...{ on: addDays(today, -370), year: String(Number(lastYear) - 1), people: 3, income: 3_840_000 },
    ...{ rigidSpending: 1_500_000, class: 'deep', publicFrom: addDays(today, -365), publicUntil: addDays(today, -359) },
    ...{ publicPlace: '示例厂区公告栏', decidedOn: addDays(today, -355), decision: '示例：工会委员会会议纪要' },
  })
  const accident = file(db, second, addDays(today, -20), {
    ...{ mainCause: '意外灾害', health: '良好', housing: '自购房', monthlyIncome: 450_000 },
    ...{ note: '示例档案，人物虚构。' },
  })
  person(db, accident, {
    name: '示例父亲',
    relation: '父亲',
    standing: '退休',
    monthlyIncome: 180_000,
    health: '一般疾病',
  })
  assessment(db, accident, {
    ...{ on: addDays(today, -15), year: lastYear, people: 2, income: 7_560_000, rigidSpending: 600_000 },
    ...{ accidentCost: 6_400_000, class: 'accident', publicFrom: addDays(today, -3), publicUntil: addDays(today, 4) },
    ...{ publicPlace: '示例厂区公告栏' },
  })
  file(db, third, addDays(today, -2), { mainCause: '子女上学', kind: 'migrant', note: '示例档案，人物虚构。' })
}

function file(
  db: BranchDatabase,
  memberId: MemberId,
  openedOn: Day,
  changes: Partial<Record<keyof HardshipFileInput, unknown>>,
): HardshipFileId {
  return openFile(
    db,
    hardshipFileInputSchema.parse({
      ...nothing(Object.keys(hardshipFileInputSchema.shape)),
      ...{ memberId, openedOn, kind: 'urban', intake: 'new' },
      ...changes,
    }),
  ).id
}

function person(
  db: BranchDatabase,
  fileId: HardshipFileId,
  changes: Partial<Record<keyof HardshipPersonInput, unknown>>,
): void {
  const input = { ...nothing(Object.keys(hardshipPersonInputSchema.shape)), ...changes }
  savePerson(db, fileId, null, hardshipPersonInputSchema.parse(input))
}

function assessment(
  db: BranchDatabase,
  fileId: HardshipFileId,
  changes: Partial<Record<keyof HardshipAssessmentInput, unknown>>,
): void {
  const [standard] = hardshipStandards
  if (standard === undefined) throw new Error('No standard')
  const { key, deepPercent, relativePercent, accidentPercent } = standard
  const input = {
    ...nothing(Object.keys(hardshipAssessmentInputSchema.shape)),
    ...{ standard: key, deepPercent, relativePercent, accidentPercent },
    ...{ minimumLiving: MINIMUM, accidentCost: 0, isStricken: false },
    ...changes,
  }
  saveAssessment(db, fileId, null, hardshipAssessmentInputSchema.parse(input))
}
