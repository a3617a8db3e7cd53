import { desc, eq } from 'drizzle-orm'
import type { Hub } from '../hub'
import { organisation, reportFile } from '../schema'

const SHOWN_MAX = 500

/** The reports read last, with the branch that wrote them. */
export function listReports({ orm }: Hub) {
  return orm
    .select({
      organisation: reportFile.organisation,
      unionName: organisation.unionName,
      stream: reportFile.stream,
      number: reportFile.number,
      hash: reportFile.hash,
      result: reportFile.result,
      entries: reportFile.entries,
      readAt: reportFile.readAt,
      answeredAt: reportFile.answeredAt,
    })
    .from(reportFile)
    .innerJoin(organisation, eq(organisation.organisation, reportFile.organisation))
    .orderBy(desc(reportFile.readAt))
    .limit(SHOWN_MAX)
}

export type ListedReport = Awaited<ReturnType<typeof listReports>>[number]
