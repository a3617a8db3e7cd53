import { eq } from 'drizzle-orm'
import { createHash } from 'node:crypto'
import { reportHeaderSchema, reportPartSchema, type ReportHeader } from '../../shared/sync/file'
import { FileFailure, openFile, type FileProblem, type OpenedFile } from '../../shared/sync/file-codec'
import { rememberTaken } from '../downward'
import { storePiece } from '../files'
import type { Seen } from '../accounts/seen'
import type { Hub } from '../hub'
import { ingest } from '../ingest'
import { organisation, reportFile } from '../schema'
import { whenFree } from '../when-free'
import { authenticateReport, type ReportRefusal } from './authenticate-report'
import type { ReportName } from './report-name'

export type ReportProblem =
  | FileProblem
  | ReportRefusal
  /** For another hub, although encrypted to this one. */
  | 'OTHER_HUB'
  /** Signed rightly, and yet not as the format says. */
  | 'MALFORMED'

export type ReportResult =
  | { readonly kind: 'refused'; readonly problem: ReportProblem; readonly organisation: string | null }
  | { readonly kind: 'again'; readonly report: ReportName }
  | {
      readonly kind: 'stored' | 'gap'
      readonly report: ReportName
      readonly entries: number
      /** How many of the entries the hub refused, holds or found in conflict. */
      readonly attention: number
      /** Numbers before it that never came; nothing of them is missing. */
      readonly skipped: { readonly from: number; readonly to: number } | null
      readonly isEnrolled: boolean
    }

async function hashOf(file: Blob): Promise<string> {
  const hash = createHash('sha256')
  const reader = file.stream().getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return hash.digest('hex')
    hash.update(value)
  }
}

/** Takes in what a report holds; answers null when it is not the record that the hub knows. */
async function takeIn(hub: Hub, header: ReportHeader, file: OpenedFile) {
  const sender = { ...header, counter: 0 }
  let entries = 0
  let attention = 0
  let isGap = false
  for await (const json of file.parts()) {
    const part = reportPartSchema.safeParse(json)
    if (!part.success) return 'MALFORMED'
    if (part.data.part === 'file') {
      // What is refused of a file changes nothing of the records; the answer says how much of it is here.
      await storePiece(hub, header.organisation, part.data.file)
    } else if (!isGap) {
      const { push } = part.data
      const result = await whenFree(() => ingest(hub, sender, push, 'file'))
      if (result.kind === 'diverged') return 'DIVERGED'
      if (result.kind === 'gap') isGap = true
      else {
        entries += result.receipts.length
        attention += result.receipts.filter(({ outcome }) =>
          ['conflict', 'held', 'rejected'].includes(outcome.result),
        ).length
      }
    }
  }
  return { kind: isGap ? 'gap' : 'stored', entries, attention } as const
}

/**
 * Reads a report from a file and says in one word what came of it. Nothing changes before the whole file was there and
 * its signature found right; what is refused changes nothing.
 */
export async function readReport(seen: Seen, file: Blob): Promise<ReportResult> {
  const { hub } = seen
  const refused = (problem: ReportProblem, of: string | null = null): ReportResult => ({
    kind: 'refused',
    problem,
    organisation: of,
  })
  let opened: OpenedFile
  try {
    opened = await openFile(file, 'report', hub.keys.identity)
  } catch (error) {
    if (error instanceof FileFailure) return refused(error.problem)
    throw error
  }
  const header = reportHeaderSchema.safeParse(opened.header)
  if (!header.success) return refused('MALFORMED')
  const { organisation: organisationId, device, incarnation, number, cursor, earlier } = header.data
  if (header.data.hub !== hub.identity.id) return refused('OTHER_HUB')

  const hash = await hashOf(file)
  const report: ReportName = { organisation: organisationId, stream: incarnation, number, hash }
  const { data } = header
  const authenticated = await whenFree(() => authenticateReport(seen, data, opened, hash))
  // Whose a file says it is, is known only once its signature was found right.
  if (authenticated.kind === 'refused') {
    const isSure = authenticated.code === 'OLD' || authenticated.code === 'DIVERGED' || authenticated.code === 'REVOKED'
    return refused(authenticated.code, isSure ? organisationId : null)
  }
  if (authenticated.kind === 'again') return { kind: 'again', report }

  if (cursor !== null) await rememberTaken(hub, organisationId, cursor)
  const taken = await takeIn(hub, header.data, opened)
  if (taken === 'MALFORMED' || taken === 'DIVERGED') return refused(taken, organisationId)
  const { kind, entries, attention } = taken
  await hub.orm
    .insert(reportFile)
    .values({ ...report, device, cursor, earlier, result: kind, entries })
    .onConflictDoNothing()
  await hub.orm
    .update(organisation)
    .set({ lastContact: new Date() })
    .where(eq(organisation.organisation, organisationId))
  const { lastNumber, isEnrolled } = authenticated
  const skipped = number > lastNumber + 1 ? { from: lastNumber + 1, to: number - 1 } : null
  return { kind, report, entries, attention, skipped, isEnrolled }
}
