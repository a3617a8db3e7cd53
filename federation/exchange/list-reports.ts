import { and, desc, eq } from 'drizzle-orm'
import type { Seen } from '../accounts/seen'
import { organisation, reportFile } from '../schema'
import { isReport, type ReportName } from './report-name'

const SHOWN_MAX = 500

/** The reports read last of branches that are seen, or the one of a name. */
export function listReports(seen: Seen, one?: ReportName) {
  return seen.hub.orm
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
    .where(and(seen.covers(reportFile.organisation), one === undefined ? undefined : isReport(one)))
    .orderBy(desc(reportFile.readAt))
    .limit(SHOWN_MAX)
}

export type ListedReport = Awaited<ReturnType<typeof listReports>>[number]
