import type { BranchDatabase } from '../../../../db/branch-database'
import { giftQueries, type EntitledRow } from '../../../../db/queries/care/gifts'
import { retirementGroupSchema, type Festival, type RetirementGroup } from '../../../../shared/codes/care'
import type { Birthday, Proposed, Retiring } from '../../../../shared/contract/care/gifts'
import type { Day, Month } from '../../../../shared/model/date'
import { festivalsOf, kindOfFestival, occasionOfFestival } from '../../../../shared/rules/care/occasions'
import { retirementMonth } from '../../../../shared/rules/care/retirement'

type Who = Pick<Proposed, 'memberId' | 'name' | 'department'>

const who = ({ memberId, name, department }: EntitledRow): Who => ({ memberId, name, department })

function proposed(row: EntitledRow): Proposed {
  const { givenId: id, givenOn: on, givenAmount: amount } = row
  return { ...who(row), given: id === null || on === null || amount === null ? null : { id, on, amount } }
}

const isMonthKnown = (row: EntitledRow): row is EntitledRow & { readonly birthDate: Birthday['birthDate'] } =>
  row.birthDate !== null && row.birthDate.length >= 7

/** See the contract. */
export function birthdaysOf(db: BranchDatabase, month: Month): { rows: Birthday[]; unknown: Who[] } {
  const [year, ofYear] = [month.slice(0, 4), month.slice(5)]
  const found = giftQueries(db).birthdays.all({ year, month: ofYear })
  // Whose day is not known stand behind those of the month whose day is.
  const dayOfMonth = ({ birthDate }: Birthday) => birthDate.slice(8) || '99'
  return {
    rows: found
      .filter(isMonthKnown)
      .map((row) => ({
        ...proposed(row),
        birthDate: row.birthDate,
        age: Math.max(0, Number(year) - Number(row.birthDate.slice(0, 4))),
      }))
      .sort((one, other) => dayOfMonth(one).localeCompare(dayOfMonth(other))),
    unknown: found.filter((row) => !isMonthKnown(row)).map(who),
  }
}

/** Which ages of retirement may be meant: a woman's depends on her post, which the record does not tell. */
function groupsOf(gender: string | null): readonly RetirementGroup[] {
  if (gender === '男') return ['man']
  return gender === '女' ? ['womanCadre', 'womanWorker'] : retirementGroupSchema.options
}

/** See the contract. */
export function retirementsOf(db: BranchDatabase, year: string): { rows: Retiring[]; unknown: Who[] } {
  const found = giftQueries(db).retiring.all({
    bornFrom: String(Number(year) - 64),
    bornUntil: String(Number(year) - 49),
  })
  const rows = found.filter(isMonthKnown).flatMap((row): Retiring[] => {
    const months = groupsOf(row.gender).flatMap((group) => {
      const month = retirementMonth(row.birthDate, group)
      return month?.startsWith(year) === true ? [{ group, month }] : []
    })
    return months.length === 0 ? [] : [{ ...proposed(row), birthDate: row.birthDate, months }]
  })
  const first = ({ months }: Retiring) => months[0]?.month ?? ''
  return {
    rows: rows.sort((one, other) => first(one).localeCompare(first(other))),
    unknown: found.filter((row) => !isMonthKnown(row)).map(who),
  }
}

/** Members in good standing for a festival, see the contract. */
export function festivalProposals(db: BranchDatabase, year: string, festival: Festival): Proposed[] {
  const kind = kindOfFestival(festival)
  // There is one Spring Festival a year, but several others of one kind.
  const occasion = kind === 'springFestival' ? null : occasionOfFestival(year, festival)
  return giftQueries(db).onOccasion.all({ year, kind, occasion }).map(proposed)
}

/** See the contract. */
export function festivalYear(
  db: BranchDatabase,
  year: string,
): { members: number; rows: { festival: Festival; on: Day; given: number }[] } {
  return {
    members: giftQueries(db).activeMembers.get() ?? 0,
    rows: festivalsOf(year).map(({ festival, on }) => ({
      festival,
      on,
      given: festivalProposals(db, year, festival).filter(({ given }) => given !== null).length,
    })),
  }
}
