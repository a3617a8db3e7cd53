import { and, eq, sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import type { Hub } from '../hub'
import { organisation } from '../schema'

/**
 * What somebody sees of a hub: a node of the tree and all that is below it. Whatever lists or finds something of several
 * organisations for a person or a key asks for this in place of the hub, so that nothing of another part can get in.
 */
export interface Seen {
  readonly hub: Hub
  readonly node: string
  /** The hub's own union, which sees everything. */
  readonly isWhole: boolean
  /** The condition that a column names an organisation that is seen. */
  covers(column: PgColumn | SQL): SQL
  /** Whether an organisation is seen; the hub itself is by who sees everything. */
  has(id: string): Promise<boolean>
}

/** What an account or a key sees by the node that it was given; null is the hub's own union. */
export function seenBy(hub: Hub, { node }: { readonly node: string | null }): Seen {
  const own = node ?? hub.identity.id
  const isWhole = own === hub.identity.id
  const isBelow = sql`${organisation.path} @> ARRAY[${own}::uuid]`
  return {
    hub,
    node: own,
    isWhole,
    covers: (column) =>
      isWhole
        ? sql`true`
        : sql`${column} IN (SELECT ${organisation.organisation} FROM ${organisation} WHERE ${isBelow})`,
    async has(id) {
      if (isWhole && id === own) return true
      if (!z.uuid().safeParse(id).success) return false
      const found = await hub.orm
        .select({ id: organisation.organisation })
        .from(organisation)
        .where(and(eq(organisation.organisation, id), isWhole ? undefined : isBelow))
      return found.length > 0
    },
  }
}

/** For what the program does by itself. */
export function everythingOf(hub: Hub): Seen {
  return seenBy(hub, { node: null })
}
