import { and, asc, eq, gt, inArray, or, sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { ChangesQuery } from '../../shared/contract/hub-api'
import { momentSchema, type Moment } from '../../shared/model/date'
import type { Columns, SyncedTable } from '../../shared/sync/change'
import type { Hub } from '../hub'
import { memberStanding, record } from '../schema'

/** Organisations asked for at a time; every query names the keys that it is about. */
const ORGANISATIONS_A_QUERY = 100

/** Where a page ended: an organisation and what stood last in it. */
const placeSchema = z.tuple([z.uuid(), z.string().max(100)])
export type Place = z.infer<typeof placeSchema>

export function cursorOf(place: Place): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

/** Where a cursor stands; null for the beginning, undefined for what is no cursor. */
export function placeOf(cursor: string | undefined): Place | null | undefined {
  if (cursor === undefined) return null
  try {
    const place = placeSchema.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
    return place.success ? place.data : undefined
  } catch {
    return undefined
  }
}

/**
 * Reads a page over organisations in the order of their keys, some at a time, until it is full.
 * @param read the lines of some organisations after a place, in order, so many at most
 */
export async function pageOver<Line extends { readonly organisation: string }>(
  organisations: readonly string[],
  from: Place | null,
  limit: number,
  read: (ids: readonly string[], after: Place | null, most: number) => Promise<readonly Line[]>,
  placed: (line: Line) => string,
): Promise<{ readonly lines: readonly Line[]; readonly next: string | null }> {
  const left = organisations.filter((id) => from === null || id >= from[0])
  const lines: Line[] = []
  for (let start = 0; start < left.length && lines.length <= limit; start += ORGANISATIONS_A_QUERY) {
    const ids = left.slice(start, start + ORGANISATIONS_A_QUERY)
    lines.push(...(await read(ids, start === 0 ? from : null, limit + 1 - lines.length)))
  }
  const shown = lines.slice(0, limit)
  const last = shown.at(-1)
  return {
    lines: shown,
    next: lines.length > limit && last !== undefined ? cursorOf([last.organisation, placed(last)]) : null,
  }
}

/** The condition on two columns that they stand after a place. */
export function standsAfter(
  place: Place | null,
  organisation: SQL.Aliased | Parameters<typeof gt>[0],
  key: Parameters<typeof gt>[0],
): SQL | undefined {
  if (place === null) return undefined
  return or(gt(organisation, place[0]), and(eq(organisation, place[0]), gt(key, place[1])))
}

/** A line of the records of a table. */
export interface RecordLine {
  readonly organisation: string
  readonly id: string
  readonly deleted: boolean
  readonly updatedAt: Moment
  readonly columns: Columns
  /** Of members; null for others. */
  readonly status: string | null
  readonly merges: number | null
}

/** A page of the records of a table: those that stand, or all that changed since a moment, deleted ones too. */
export function recordPage(
  { orm }: Hub,
  table: SyncedTable,
  organisations: readonly string[],
  from: Place | null,
  { limit, updatedSince }: Pick<ChangesQuery, 'limit' | 'updatedSince'>,
) {
  const since = updatedSince === undefined ? undefined : new Date(updatedSince)
  return pageOver<RecordLine>(
    organisations,
    from,
    limit,
    async (ids, after, most) => {
      const found = await orm
        .select({
          organisation: record.organisation,
          id: record.rowId,
          deleted: record.deleted,
          updatedAt: sql<Date | string>`greatest(${record.updatedAt}, ${memberStanding.updatedAt})`,
          columns: record.columns,
          status: memberStanding.status,
          merges: memberStanding.merges,
        })
        .from(record)
        .leftJoin(
          memberStanding,
          and(
            eq(record.table, 'member'),
            eq(memberStanding.organisation, record.organisation),
            eq(memberStanding.member, record.rowId),
          ),
        )
        .where(
          and(
            inArray(record.organisation, [...ids]),
            eq(record.table, table),
            standsAfter(after, record.organisation, record.rowId),
            since === undefined
              ? eq(record.deleted, false)
              : or(gt(record.updatedAt, since), gt(memberStanding.updatedAt, since)),
          ),
        )
        .orderBy(asc(record.organisation), asc(record.rowId))
        .limit(most)
      return found.map((line) => ({ ...line, updatedAt: momentOf(line.updatedAt) }))
    },
    ({ id }) => id,
  )
}

/** A moment of the database, which drivers give as a date or as its text. */
export function momentOf(at: Date | string): Moment {
  return momentSchema.parse(new Date(at).toISOString())
}
