import { and, eq, type SQL } from 'drizzle-orm'
import { reportFile } from '../schema'

/** Which report a file is. */
export interface ReportName {
  readonly organisation: string
  readonly stream: string
  readonly number: number
  readonly hash: string
}

/** The condition on reports that it is the one of a name. */
export function isReport({ organisation, stream, number, hash }: ReportName): SQL | undefined {
  return and(
    eq(reportFile.organisation, organisation),
    eq(reportFile.stream, stream),
    eq(reportFile.number, number),
    eq(reportFile.hash, hash),
  )
}
