import { and, desc, eq, inArray, isNull, ne, or, sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { branchIdSchema } from '../../shared/model/id'
import type { KnownUnion } from '../../shared/model/transfer'
import { bigrams, likeness, unionKey } from '../../shared/rules/transfers/union-name'
import type { HubQueries } from '../database'
import { organisation, record } from '../schema'

/** How many unions an answer names at most, and of how many with common parts of a name the nearest are looked for. */
const ANSWER_MAX = 10
const LOOKED_AT = 100
/** Below this likeness two names have nothing to do with each other. */
const LEAST_LIKENESS = 0.25

const name = sql<string>`coalesce(${record.columns}->>'union_name', ${organisation.unionName})`
const creditCode = sql<string | null>`coalesce(${record.columns}->>'credit_code', ${organisation.creditCode})`
const parentUnion = sql<string | null>`coalesce(${record.columns}->>'parent_union', ${organisation.parentUnion})`
const ownRow = and(
  eq(record.organisation, organisation.organisation),
  eq(record.table, 'branch'),
  eq(record.rowId, organisation.organisation),
)

function selectUnions(tx: HubQueries) {
  return tx
    .select({ id: organisation.organisation, name, creditCode, parentUnion })
    .from(organisation)
    .leftJoin(record, ownRow)
    .$dynamic()
}

type Row = Awaited<ReturnType<typeof selectUnions>>[number]
const asUnion = (row: Row): KnownUnion => ({ ...row, id: branchIdSchema.parse(row.id) })

/** The condition that the organisation named in a column has words in its name. */
export function isCalled(column: PgColumn, words: string): SQL {
  return sql`${column} IN (SELECT ${organisation.organisation} FROM ${organisation}
    WHERE strpos(lower(${organisation.unionName}), ${words.toLowerCase()}) > 0)`
}

/** What branches are called, by id. */
export async function unionNames(tx: HubQueries, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const found = await selectUnions(tx).where(inArray(organisation.organisation, [...ids]))
  return new Map(found.map((row) => [row.id, row.name]))
}

/**
 * Unions that words may mean, the nearest first, but for the one that asks: by credit code or id, by a part of the name, else
 * by how alike the names are. `isExact` when the first one and no other is called so.
 */
export async function findUnions(
  tx: HubQueries,
  asker: string,
  words: string,
): Promise<{ readonly unions: readonly KnownUnion[]; readonly isExact: boolean }> {
  const notAsker = and(
    ne(organisation.organisation, asker),
    eq(organisation.kind, 'branch'),
    isNull(organisation.closedAt),
    sql`coalesce((${record.columns}->>'is_sample')::integer, 0) = 0`,
  )
  const code = words.trim().toUpperCase()
  const byCode = await selectUnions(tx)
    .where(and(notAsker, or(eq(creditCode, code), eq(sql`${organisation.organisation}::text`, code.toLowerCase()))))
    .limit(2)
  if (byCode.length > 0) return { unions: byCode.map(asUnion), isExact: byCode.length === 1 }

  const key = unionKey(words)
  if (key === '') return { unions: [], isExact: false }
  const pairs = Array.from(key).length === 1 ? [key] : bigrams(key).slice(0, 60)
  const hits = sql.join(
    pairs.map((pair) => sql`(strpos(lower(${name}), ${pair}) > 0)::integer`),
    sql` + `,
  )
  const found = await selectUnions(tx)
    .where(and(notAsker, sql`${hits} > 0`))
    .orderBy(desc(hits), name)
    .limit(LOOKED_AT)
  const ranked = found
    .map((row) => {
      const own = unionKey(row.name)
      return { row, likeness: own === key ? 2 : own.includes(key) ? 1 + likeness(own, key) : likeness(own, key) }
    })
    .filter((union) => union.likeness >= LEAST_LIKENESS)
    .toSorted((one, other) => other.likeness - one.likeness)
  return {
    unions: ranked.slice(0, ANSWER_MAX).map(({ row }) => asUnion(row)),
    isExact: ranked[0]?.likeness === 2 && ranked[1]?.likeness !== 2,
  }
}

/** The union that a branch names: by its id, else the only one of that name; those that come nearest where there is none. */
export async function unionNamed(
  tx: HubQueries,
  asker: string,
  named: { readonly id: unknown; readonly name: unknown },
): Promise<{ readonly id: string | null; readonly near: readonly KnownUnion[] }> {
  const id = branchIdSchema.safeParse(named.id).data
  if (id !== undefined && id !== asker && (await unionNames(tx, [id])).has(id)) return { id, near: [] }
  const { unions, isExact } = await findUnions(tx, asker, typeof named.name === 'string' ? named.name : '')
  const [first] = unions
  return isExact && first !== undefined ? { id: first.id, near: [] } : { id: null, near: unions }
}
