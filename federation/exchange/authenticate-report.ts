import { and, desc, eq } from 'drizzle-orm'
import type { ReportHeader } from '../../shared/sync/file'
import type { OpenedFile } from '../../shared/sync/file-codec'
import { enrolDevice, isCodeSeen } from '../enrolment'
import type { Seen } from '../accounts/seen'
import { device, organisation, reportFile, stream } from '../schema'

/** Why a report that could be opened is not taken. */
export type ReportRefusal =
  | 'FORGED'
  | 'NOT_ENROLLED'
  | 'REVOKED'
  /** Of a branch that whoever reads it does not see. */
  | 'NOT_SEEN'
  | 'CODE_WRONG'
  | 'CODE_FOR_OTHER'
  /** A later report was read, which held all of this one. */
  | 'OLD'
  | 'DIVERGED'

export type Authenticated =
  | { readonly kind: 'refused'; readonly code: ReportRefusal }
  /** The very file was read before. */
  | { readonly kind: 'again' }
  | { readonly kind: 'new'; readonly lastNumber: number; readonly isEnrolled: boolean }

const refused = (code: ReportRefusal): Authenticated => ({ kind: 'refused', code })

/** The device whose key signed the report: one that is enrolled, or enrols with it. */
async function deviceOf(
  seen: Seen,
  header: ReportHeader,
  file: OpenedFile,
): Promise<ReportRefusal | 'known' | 'enrolled'> {
  const { organisation: organisationId, device: deviceId, enrolment, recipient } = header
  const [known] = await seen.hub.orm
    .select()
    .from(device)
    .where(and(eq(device.organisation, organisationId), eq(device.device, deviceId)))
  if (known !== undefined && (await file.isSignedBy(known.publicKey))) {
    if (!(await seen.has(organisationId))) return 'NOT_SEEN'
    if (known.revokedAt === null) return 'known'
    if (enrolment === null || enrolment.publicKey === known.publicKey) return 'REVOKED'
  }
  if (enrolment === null) return known === undefined ? 'NOT_ENROLLED' : 'FORGED'
  if (!(await file.isSignedBy(enrolment.publicKey))) return 'FORGED'
  if (!(await isCodeSeen(seen, enrolment.code))) return 'CODE_WRONG'
  // The counter of requests is of the line; files are numbered by themselves.
  return enrolDevice(seen.hub, { ...header, counter: 0 }, { ...enrolment, recipient })
}

/**
 * Checks who wrote a report and whether it is a new one; only a new one changes anything: an incarnation not seen before
 * becomes the device's present one, as on the line, and the earlier ones that it names count as seen.
 */
export async function authenticateReport(
  seen: Seen,
  header: ReportHeader,
  file: OpenedFile,
  hash: string,
): Promise<Authenticated> {
  const signer = await deviceOf(seen, header, file)
  if (signer !== 'known' && signer !== 'enrolled') return refused(signer)
  const { organisation: organisationId, device: deviceId, incarnation, earlier, number, recipient } = header
  const ofDevice = and(eq(device.organisation, organisationId), eq(device.device, deviceId))
  return seen.hub.orm.transaction(async (tx): Promise<Authenticated> => {
    await tx
      .select({ id: organisation.organisation })
      .from(organisation)
      .where(eq(organisation.organisation, organisationId))
      .for('update')
    const read = await tx
      .select({ number: reportFile.number, hash: reportFile.hash })
      .from(reportFile)
      .where(and(eq(reportFile.organisation, organisationId), eq(reportFile.stream, incarnation)))
      .orderBy(desc(reportFile.number))
    if (read.some((report) => report.hash === hash)) return { kind: 'again' }
    const lastNumber = read[0]?.number ?? 0
    if (number < lastNumber) return refused('OLD')

    const [known] = await tx.select().from(device).where(ofDevice)
    const [life] = await tx
      .select()
      .from(stream)
      .where(and(eq(stream.organisation, organisationId), eq(stream.stream, incarnation)))
    const isPresent = life?.device === deviceId && known?.incarnation === incarnation
    if (life !== undefined && !isPresent) return refused('DIVERGED')
    const lives = [...earlier.map((life) => life.stream), incarnation]
    await tx
      .insert(stream)
      .values(lives.map((life) => ({ organisation: organisationId, stream: life, device: deviceId })))
      .onConflictDoNothing()
    await tx.update(device).set({ incarnation, recipient }).where(ofDevice)
    return { kind: 'new', lastNumber, isEnrolled: signer === 'enrolled' }
  })
}
