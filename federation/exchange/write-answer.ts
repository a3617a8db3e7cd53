import { and, eq, isNull } from 'drizzle-orm'
import { now } from '../../shared/model/date'
import { answerHeaderSchema, type AnswerPart } from '../../shared/sync/file'
import { sealedFile } from '../../shared/sync/file-codec'
import { cursorSchema } from '../../shared/sync/downward'
import { itemsSince } from '../downward'
import { filesOf } from '../files'
import { headsOf } from '../heads'
import type { Hub } from '../hub'
import { entriesBeyond } from '../recall'
import { device, reportFile } from '../schema'
import { isReport, type ReportName } from './report-name'

type StoredReport = typeof reportFile.$inferSelect

async function* itemParts(hub: Hub, { organisation, cursor }: StoredReport): AsyncGenerator<AnswerPart, void, void> {
  let since = cursor
  for (;;) {
    const page = await itemsSince(hub, organisation, since)
    if (page.cursor !== since) yield { part: 'items', since, cursor: page.cursor, items: page.items }
    if (!page.hasMore) return
    since = cursorSchema.parse(page.cursor)
  }
}

/** What other copies of the record sent and the one that wrote the report does not have. */
async function* recallParts(hub: Hub, report: StoredReport): AsyncGenerator<AnswerPart, void, void> {
  for (const { stream, seq } of await headsOf(hub, report.organisation, report.device)) {
    if (stream === report.stream) continue
    let after = report.earlier.find((life) => life.stream === stream)?.until ?? 0
    while (after < seq) {
      const { entries, until } = await entriesBeyond(hub, report.organisation, stream, after)
      if (until === after) break
      yield { part: 'recall', stream, after, until, entries: [...entries] }
      after = until
    }
  }
}

async function* answerParts(hub: Hub, report: StoredReport): AsyncGenerator<unknown, void, void> {
  const { organisation, device: deviceId, stream, number, hash, result } = report
  yield answerHeaderSchema.parse({
    hub: hub.identity,
    organisation,
    device: deviceId,
    incarnation: stream,
    number,
    hash,
    result,
    heads: await headsOf(hub, organisation, deviceId),
    at: now(),
  })
  yield* recallParts(hub, report)
  yield* itemParts(hub, report)
  for (const file of await filesOf(hub, organisation)) {
    yield { part: 'file', hash: file.hash, has: file.received } satisfies AnswerPart
  }
}

/**
 * The answer to a report that was read, made anew whenever it is asked for; null when there is no such report or its
 * device is enrolled no more.
 */
export async function writeAnswer(hub: Hub, name: ReportName): Promise<Blob | null> {
  const ofReport = isReport(name)
  const [report] = await hub.orm.select().from(reportFile).where(ofReport)
  if (report === undefined) return null
  const [receiver] = await hub.orm
    .select({ recipient: device.recipient })
    .from(device)
    .where(
      and(eq(device.organisation, report.organisation), eq(device.device, report.device), isNull(device.revokedAt)),
    )
  if (receiver?.recipient == null) return null
  const seal = { kind: 'answer', recipient: receiver.recipient, privateKey: hub.keys.signingKey } as const
  const answer = await new Response(await sealedFile(seal, answerParts(hub, report))).blob()
  await hub.orm.update(reportFile).set({ answeredAt: new Date() }).where(ofReport)
  return answer
}
