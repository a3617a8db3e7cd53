import { and, eq, inArray, sql, type SQL } from 'drizzle-orm'
import type { StoredFigures } from '../../shared/contract/hub'
import type { HubQueries } from '../database'
import type { Hub } from '../hub'
import { figure } from '../schema'
import type { FigureName } from './figure'

/** Looks a figure of one organisation up; nought when nothing was ever counted. */
export type OwnFigures = (name: FigureName, period?: string) => number

/** The figures of organisations, or of all, in given periods, by organisation. */
export async function figuresByOrganisation(
  orm: HubQueries,
  periods: readonly string[],
  organisations?: SQL,
): Promise<(organisationId: string) => OwnFigures> {
  const found = await orm
    .select()
    .from(figure)
    .where(and(organisations, inArray(figure.period, [...periods])))
  const key = (organisation: string, name: string, period: string) => `${organisation} ${name} ${period}`
  const values = new Map(found.map(({ organisation, name, period, value }) => [key(organisation, name, period), value]))
  return (organisationId) =>
    (name, period = '') =>
      values.get(key(organisationId, name, period)) ?? 0
}

/** What the hub tells a branch of what it has of it. */
export async function storedFigures({ orm }: Hub, organisationId: string): Promise<StoredFigures> {
  const found = await orm
    .select({ name: figure.name, value: sql<number>`sum(${figure.value})::float8` })
    .from(figure)
    .where(
      and(eq(figure.organisation, organisationId), inArray(figure.name, ['members.active', 'duesReceived', 'entries'])),
    )
    .groupBy(figure.name)
  const of = (name: FigureName) => found.find((line) => line.name === name)?.value ?? 0
  return { members: of('members.active'), duesReceived: of('duesReceived'), entries: of('entries') }
}
