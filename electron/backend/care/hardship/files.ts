import { asc, desc, eq } from 'drizzle-orm'
import type { BranchDatabase } from '../../../../db/branch-database'
import { attachmentQueries } from '../../../../db/queries/attachments'
import { hardshipQueries } from '../../../../db/queries/care/hardship'
import { memberQueries } from '../../../../db/queries/members'
import { hardshipAssessment, hardshipFile, hardshipPerson } from '../../../../db/schema'
import type { HardshipDetail } from '../../../../shared/contract/care/hardship'
import { failure } from '../../../../shared/contract/errors'
import type { Day } from '../../../../shared/model/date'
import {
  hardshipAssessmentSchema,
  hardshipFileSchema,
  hardshipPersonSchema,
  type HardshipAssessment,
  type HardshipAssessmentInput,
  type HardshipFile,
  type HardshipFileInput,
  type HardshipPersonInput,
} from '../../../../shared/model/hardship'
import {
  hardshipAssessmentIdSchema,
  hardshipFileIdSchema,
  hardshipPersonIdSchema,
  newId,
  type BatchId,
  type HardshipAssessmentId,
  type HardshipFileId,
  type HardshipPersonId,
  type MemberId,
} from '../../../../shared/model/id'
import { hardshipStandards } from '../../../../shared/codes/care/hardship-standards'
import { proposeClass } from '../../../../shared/rules/care/hardship'
import { masked } from '../../members/masking'
import { requireMember } from '../../members/require-member'

/** Months of employment where the branch goes by thresholds of its own. */
const USUAL_MIGRANT_MONTHS = 12

/** Throws NOT_FOUND. */
export function requireFile(db: BranchDatabase, id: HardshipFileId): HardshipFile {
  const found = db.orm.select().from(hardshipFile).where(eq(hardshipFile.id, id)).get()
  if (found === undefined) throw failure('NOT_FOUND')
  return hardshipFileSchema.parse(found)
}

function assessmentOf(row: typeof hardshipAssessment.$inferSelect): HardshipAssessment {
  return hardshipAssessmentSchema.parse({ ...row, isStricken: row.isStricken === 1 })
}

/** A file as a whole. Throws NOT_FOUND. */
export function detailOf(db: BranchDatabase, id: HardshipFileId): HardshipDetail {
  const file = requireFile(db, id)
  const { isModelWorker, employer } = hardshipQueries(db)
  const persons = db.orm
    .select()
    .from(hardshipPerson)
    .where(eq(hardshipPerson.fileId, id))
    .orderBy(asc(hardshipPerson.id))
    .all()
  const assessments = db.orm
    .select()
    .from(hardshipAssessment)
    .where(eq(hardshipAssessment.fileId, id))
    .orderBy(desc(hardshipAssessment.year))
    .all()
  return {
    file,
    member: masked(requireMember(db, file.memberId)),
    isModelWorker: isModelWorker.get(file.memberId) === 1,
    ...(employer.get() ?? { unionName: '', industry: null, employerNature: null }),
    persons: persons.map((person) => hardshipPersonSchema.parse(person)),
    assessments: assessments.map(assessmentOf),
    papers: attachmentQueries(db)
      .list.all(id)
      .flatMap(({ label }) => (label === null ? [] : [label])),
  }
}

/** Writes one act on a family's file as a batch that can be undone. */
function act(db: BranchDatabase, memberId: MemberId, write: () => void): { batchId: BatchId } {
  const title = memberQueries(db).nameOf.get(memberId)
  if (title === undefined) throw failure('NOT_FOUND')
  const { batchId } = db.writeBatch({ kind: 'hardship', title }, () => {
    write()
    return { count: 1, result: null }
  })
  return { batchId }
}

function refuseSecondFile(db: BranchDatabase, memberId: MemberId, exceptId: HardshipFileId | null): void {
  if (hardshipQueries(db).openOf.get({ memberId, exceptId }) !== undefined) throw failure('HARDSHIP_FILE_EXISTS')
}

/** Throws NOT_FOUND, HARDSHIP_FILE_EXISTS. */
export function openFile(db: BranchDatabase, file: HardshipFileInput): { batchId: BatchId; id: HardshipFileId } {
  refuseSecondFile(db, file.memberId, null)
  const id = newId(hardshipFileIdSchema)
  const done = act(db, file.memberId, () =>
    db.orm
      .insert(hardshipFile)
      .values({ ...file, id })
      .run(),
  )
  return { ...done, id }
}

/** Throws NOT_FOUND. */
export function updateFile(db: BranchDatabase, id: HardshipFileId, file: Omit<HardshipFileInput, 'memberId'>) {
  const { memberId } = requireFile(db, id)
  return act(db, memberId, () => db.orm.update(hardshipFile).set(file).where(eq(hardshipFile.id, id)).run())
}

/** Throws NOT_FOUND. */
export function closeFile(db: BranchDatabase, id: HardshipFileId, closedOn: Day, closeReason: string) {
  const { memberId } = requireFile(db, id)
  return act(db, memberId, () =>
    db.orm.update(hardshipFile).set({ closedOn, closeReason }).where(eq(hardshipFile.id, id)).run(),
  )
}

/** Throws NOT_FOUND, HARDSHIP_FILE_EXISTS. */
export function reopenFile(db: BranchDatabase, id: HardshipFileId) {
  const { memberId } = requireFile(db, id)
  refuseSecondFile(db, memberId, id)
  return act(db, memberId, () =>
    db.orm
      .update(hardshipFile)
      .set({ closedOn: null, closeReason: null, intake: 'returned' })
      .where(eq(hardshipFile.id, id))
      .run(),
  )
}

/** Throws NOT_FOUND. */
export function savePerson(
  db: BranchDatabase,
  fileId: HardshipFileId,
  id: HardshipPersonId | null,
  person: HardshipPersonInput,
) {
  const { memberId } = requireFile(db, fileId)
  return act(db, memberId, () => {
    if (id === null) {
      db.orm
        .insert(hardshipPerson)
        .values({ ...person, id: newId(hardshipPersonIdSchema), fileId })
        .run()
    } else if (db.orm.update(hardshipPerson).set(person).where(eq(hardshipPerson.id, id)).run().changes === 0) {
      throw failure('NOT_FOUND')
    }
  })
}

/** Throws NOT_FOUND. */
export function removePerson(db: BranchDatabase, id: HardshipPersonId) {
  const found = db.orm.select().from(hardshipPerson).where(eq(hardshipPerson.id, id)).get()
  if (found === undefined) throw failure('NOT_FOUND')
  const { memberId } = requireFile(db, hardshipFileIdSchema.parse(found.fileId))
  return act(db, memberId, () => db.orm.delete(hardshipPerson).where(eq(hardshipPerson.id, id)).run())
}

/** Throws NOT_FOUND, HARDSHIP_YEAR_EXISTS, HARDSHIP_REASON_MISSING. */
export function saveAssessment(
  db: BranchDatabase,
  fileId: HardshipFileId,
  id: HardshipAssessmentId | null,
  assessment: HardshipAssessmentInput,
) {
  const file = requireFile(db, fileId)
  const { years } = hardshipQueries(db)
  const { year, decidedOn } = assessment
  if (years.all(fileId).some((other) => other.year === year && other.id !== id)) {
    throw failure('HARDSHIP_YEAR_EXISTS', { year })
  }
  const months = hardshipStandards.find(({ key }) => key === assessment.standard)?.migrantMonths
  const proposal = proposeClass(assessment, file.kind, {
    livesInTown: file.livesInTown === null ? null : file.livesInTown === '是',
    employedSince: file.employedSince,
    on: assessment.on,
    months: months ?? USUAL_MIGRANT_MONTHS,
  })
  const differs = decidedOn !== null && assessment.class !== proposal.class
  if (differs && assessment.reason === null) throw failure('HARDSHIP_REASON_MISSING')
  const row = { ...assessment, isStricken: assessment.isStricken ? 1 : 0 }
  return act(db, file.memberId, () => {
    if (id === null) {
      db.orm
        .insert(hardshipAssessment)
        .values({ ...row, id: newId(hardshipAssessmentIdSchema), fileId })
        .run()
    } else if (db.orm.update(hardshipAssessment).set(row).where(eq(hardshipAssessment.id, id)).run().changes === 0) {
      throw failure('NOT_FOUND')
    }
  })
}

/** Throws NOT_FOUND. */
export function removeAssessment(db: BranchDatabase, id: HardshipAssessmentId) {
  const found = db.orm.select().from(hardshipAssessment).where(eq(hardshipAssessment.id, id)).get()
  if (found === undefined) throw failure('NOT_FOUND')
  const { memberId } = requireFile(db, hardshipFileIdSchema.parse(found.fileId))
  return act(db, memberId, () => db.orm.delete(hardshipAssessment).where(eq(hardshipAssessment.id, id)).run())
}
