import { festivalSchema, festivalTable, type Festival } from '../../codes/care'
import type { CareKind } from '../../model/care-gift'
import { daySchema, type Day, type Month } from '../../model/date'

/** What a festival is called on the papers of a union, whatever the language of the screen. */
const names: Readonly<Record<Festival, string>> = {
  newYear: '元旦',
  springFestival: '春节',
  qingming: '清明节',
  labourDay: '劳动节',
  dragonBoat: '端午节',
  midAutumn: '中秋节',
  nationalDay: '国庆节',
}

/** The festivals of a year by their day; those that move only for the years of the table. */
export function festivalsOf(year: string): { readonly festival: Festival; readonly on: Day }[] {
  const days = { ...festivalTable.fixed, ...festivalTable.moving[year] }
  return festivalSchema.options
    .flatMap((festival) => {
      const monthDay: string | undefined = new Map(Object.entries(days)).get(festival)
      return monthDay === undefined ? [] : [{ festival, on: daySchema.parse(`${year}-${monthDay}`) }]
    })
    .sort((one, other) => one.on.localeCompare(other.on))
}

/** What gifts of a festival are recorded under. */
export const kindOfFestival = (festival: Festival): CareKind =>
  festival === 'springFestival' ? 'springFestival' : 'otherFestival'

/** The occasion of a gift for a festival: 2026年中秋节. */
export const occasionOfFestival = (year: string, festival: Festival): string => `${year}年${names[festival]}`

/** The occasion of the birthdays of a month: 2026年11月生日. */
export const occasionOfBirthdays = (month: Month): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月生日`

/** The occasion of the retirements of a year: 2026年退休. */
export const occasionOfRetirement = (year: string): string => `${year}年退休`
