import type { PeopleFilter } from '../../../shared/model/insights'

/** The page that lists the people behind a figure. */
export function peoplePath(filter: PeopleFilter, title: string): string {
  const params = new URLSearchParams({ filter: JSON.stringify(filter), title })
  return `/insights/people?${params.toString()}`
}

type Participation = Extract<PeopleFilter, { of: 'participation' }>

/** Members of a period by whether they came; what is not named does not narrow. */
export function participants(
  period: Participation['period'],
  rest: Partial<Omit<Participation, 'of' | 'period'>>,
): Participation {
  return {
    of: 'participation',
    period,
    group: {},
    came: 'any',
    type: null,
    joinedFrom: null,
    joinedBefore: null,
    ...rest,
  }
}
