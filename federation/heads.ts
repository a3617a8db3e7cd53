import { and, eq } from 'drizzle-orm'
import { headSchema, type Head } from '../shared/sync/wire'
import type { Hub } from './hub'
import { stream } from './schema'

/** How far the streams of a device are stored. */
export async function headsOf({ orm }: Hub, organisationId: string, deviceId: string): Promise<Head[]> {
  const found = await orm
    .select({ stream: stream.stream, seq: stream.head, id: stream.headId })
    .from(stream)
    .where(and(eq(stream.organisation, organisationId), eq(stream.device, deviceId)))
  return headSchema.array().parse(found)
}
