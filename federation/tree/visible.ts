import { sql, type SQL } from 'drizzle-orm'
import type { Hub } from '../hub'
import { organisation } from '../schema'

/** The condition on `organisation` that it is a node, or below it; undefined when the node is the hub's own union. */
export function isAtOrBelow({ identity }: Hub, node: string): SQL | undefined {
  return node === identity.id ? undefined : sql`${organisation.path} @> ARRAY[${node}::uuid]`
}
