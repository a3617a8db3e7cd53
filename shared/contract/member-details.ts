import { z } from 'zod'
import { customFieldInputSchema, customFieldSchema } from '../model/custom-field'
import { momentSchema } from '../model/date'
import { honourSchema } from '../model/honour'
import { batchIdSchema, changeIdSchema, customFieldIdSchema, memberIdSchema } from '../model/id'
import { identityDocumentSchema } from '../model/identity-document'
import { detailKindSchema, detailPartSchema, detailSchema } from '../model/member-detail'
import { maskedRelativeSchema } from '../model/relative'
import { procedure } from './errors'

const version = { version: changeIdSchema }
/** The id of an identity document, a relative or an honour. */
const detailIdSchema = z.uuidv7()
const reason = z.string().trim().max(200)

/** What a member may have several of, by kind, masked; `version` is the last change entry of each. */
export const memberDetailsSchema = z.object({
  identityDocument: z.array(identityDocumentSchema.extend(version)),
  relative: z.array(maskedRelativeSchema.extend(version)),
  honour: z.array(honourSchema.extend(version)),
})
export type MemberDetails = z.infer<typeof memberDetailsSchema>

const idAndVersion = { id: detailIdSchema, version: changeIdSchema }

/** Identity documents, relatives and honours of a member. */
export const details = {
  list: procedure.input(z.object({ memberId: memberIdSchema })).output(memberDetailsSchema),
  add: procedure.input(z.object({ memberId: memberIdSchema, detail: detailSchema })).output(memberDetailsSchema),
  /** Changes the given fields only. Error CHANGED_MEANWHILE when the detail moved on since `version`. */
  update: procedure.input(z.object({ ...idAndVersion, detail: detailPartSchema })).output(memberDetailsSchema),
  /** Undone as a batch; the title is what the detail is called. */
  remove: procedure
    .input(z.object({ ...idAndVersion, kind: detailKindSchema }))
    .output(z.object({ batchId: batchIdSchema, title: z.string() })),
  /** A masked field in clear; written to the access log with its reason. */
  reveal: procedure
    .input(z.object({ kind: detailKindSchema, id: detailIdSchema, field: z.string(), reason }))
    .output(z.object({ value: z.string().nullable() })),
}

/** Largest photo kept, in bytes and in pixels. */
export const PHOTO_MAX = { bytes: 200 * 1024, width: 480, height: 640 } as const

export const photo = {
  /** JPEG in base64; null where there is none. */
  get: procedure
    .input(z.object({ memberId: memberIdSchema }))
    .output(z.object({ content: z.base64(), addedAt: momentSchema }).nullable()),
  /** Takes a JPEG within `PHOTO_MAX`; the former one goes away, which is written to the access log. */
  set: procedure.input(z.object({ memberId: memberIdSchema, content: z.base64() })).output(z.void()),
  remove: procedure.input(z.object({ memberId: memberIdSchema })).output(z.void()),
}

/** The fields that this branch keeps beside those of the record. */
export const customFields = {
  /** In their order, retired ones among them, with how many members have a value in each. */
  list: procedure.output(z.array(customFieldSchema.extend({ valueCount: z.int().nonnegative() }))),
  add: procedure.input(customFieldInputSchema).output(z.object({ id: customFieldIdSchema })),
  /** The kind stays: values were written in it. */
  update: procedure
    .input(customFieldInputSchema.omit({ kind: true }).extend({ id: customFieldIdSchema }))
    .output(z.void()),
  setRetired: procedure.input(z.object({ id: customFieldIdSchema, isRetired: z.boolean() })).output(z.void()),
  /** Puts the fields into the order of the ids. */
  arrange: procedure.input(z.object({ ids: z.array(customFieldIdSchema) })).output(z.void()),
  /** A masked value in clear; written to the access log with its reason. */
  reveal: procedure
    .input(z.object({ memberId: memberIdSchema, fieldId: customFieldIdSchema, reason }))
    .output(z.object({ value: z.string().nullable() })),
}
