import { and, desc, eq, type SQL } from 'drizzle-orm'
import type { Seen } from '../accounts/seen'
import { organisation, reportFile } from '../schema'
import { isCalled } from '../transfers/unions'
import { isReport, type ReportName } from './report-name'

/** Reports of branches that are seen: all, those of branches with words in their name, or the one of a name. */
export type ReportChoice = ReportName | { readonly words: string }

function isChosen(seen: Seen, choice: ReportChoice): SQL | undefined {
  const words = 'words' in choice ? choice.words : ''
  return and(
    seen.covers(reportFile.organisation),
    'words' in choice ? undefined : isReport(choice),
    words === '' ? undefined : isCalled(reportFile.organisation, words),
  )
}

export function countReports(seen: Seen, choice: ReportChoice): Promise<number> {
  return seen.hub.orm.$count(reportFile, isChosen(seen, choice))
}

/** The reports, those read last first. */
export async function listReports(seen: Seen, choice: ReportChoice, page = { offset: 0, limit: 1 }) {
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
    .where(isChosen(seen, choice))
    .orderBy(desc(reportFile.readAt), reportFile.hash)
    .offset(page.offset)
    .limit(page.limit)
}

export type ListedReport = Awaited<ReturnType<typeof listReports>>[number]
