import { z } from 'zod'
import { honourLevel, honourTitle, idType, kinship, politicalStatus } from '../codes'
import type { CodePlace } from './code-list'
import { honourFieldsSchema } from './honour'
import { identityDocumentFieldsSchema } from './identity-document'
import { relativeFieldsSchema } from './relative'

/** What a member may have several of. */
export const detailKindSchema = z.enum(['identityDocument', 'relative', 'honour'])
export type DetailKind = z.infer<typeof detailKindSchema>

export const detailFieldsSchemas = {
  identityDocument: identityDocumentFieldsSchema,
  relative: relativeFieldsSchema,
  honour: honourFieldsSchema,
} as const

/** The fields of a detail, with its kind beside them. */
export const detailSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('identityDocument'), fields: identityDocumentFieldsSchema }),
  z.object({ kind: z.literal('relative'), fields: relativeFieldsSchema }),
  z.object({ kind: z.literal('honour'), fields: honourFieldsSchema }),
])
export type Detail = z.infer<typeof detailSchema>

/** Some fields of a detail: what an edit changes. */
export const detailPartSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('identityDocument'), fields: identityDocumentFieldsSchema.partial() }),
  z.object({ kind: z.literal('relative'), fields: relativeFieldsSchema.partial() }),
  z.object({ kind: z.literal('honour'), fields: honourFieldsSchema.partial() }),
])
export type DetailPart = z.infer<typeof detailPartSchema>

/** The name of a field of any detail. */
export type DetailField = {
  [Kind in DetailKind]: keyof z.infer<(typeof detailFieldsSchemas)[Kind]>
}[DetailKind]

export interface DetailFieldDeclaration {
  readonly kind: 'text' | 'note' | 'code' | 'partialDate' | 'validUntil' | 'idNumber' | 'phone' | 'yesNo'
  /** Masked before it leaves the backend; shown in clear by a logged reveal only. */
  readonly masked?: true
  readonly required?: true
  /** The values of a code, or those offered for a text. */
  readonly values?: readonly string[]
  /** Where a code list of the union above may give them instead. */
  readonly place?: CodePlace
}

type DeclarationsOf<Kind extends DetailKind> = Readonly<
  Record<keyof z.infer<(typeof detailFieldsSchemas)[Kind]>, DetailFieldDeclaration>
>

/** The one declaration of the fields of every detail, in the order in which forms show them. */
export const detailDeclarations: { readonly [Kind in DetailKind]: DeclarationsOf<Kind> } = {
  identityDocument: {
    type: { kind: 'code', required: true, values: idType.values },
    number: { kind: 'idNumber', masked: true, required: true },
    validFrom: { kind: 'partialDate' },
    validTo: { kind: 'validUntil' },
    note: { kind: 'note' },
  },
  relative: {
    name: { kind: 'text', required: true },
    relation: { kind: 'text', required: true, values: kinship.values, place: 'kinship' },
    isEmergencyContact: { kind: 'yesNo' },
    phone: { kind: 'phone', masked: true },
    birthDate: { kind: 'partialDate' },
    idNumber: { kind: 'idNumber', masked: true },
    employer: { kind: 'text' },
    politicalStatus: { kind: 'code', values: politicalStatus.values },
    note: { kind: 'note' },
  },
  honour: {
    title: { kind: 'text', required: true, values: honourTitle.values, place: 'honourTitle' },
    level: { kind: 'code', required: true, values: honourLevel.values },
    awardedOn: { kind: 'partialDate' },
    awardedBy: { kind: 'text' },
    documentNumber: { kind: 'text' },
    note: { kind: 'note' },
  },
}

/** The declared fields of a kind in their order. */
export function fieldsOfDetail(kind: DetailKind): readonly (readonly [field: string, DetailFieldDeclaration])[] {
  return Object.entries(detailDeclarations[kind])
}
