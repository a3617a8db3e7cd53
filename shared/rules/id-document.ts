import type { idType } from '../codes'
import { isKnownProvince, normaliseIdNumber, parseIdNumber, type IdNumber, type IdNumberFault } from './id-number'

export type IdType = (typeof idType.values)[number]

/** Remarks on a number that may be kept all the same. */
export type IdDocumentRemark =
  | 'converted' // 15 digits made 18
  | 'provinceUnknown'
  | 'typeMismatch' // the number belongs to another type of document
  | 'unusualShape' // not what documents of this type look like

export type IdDocumentCheck =
  | {
      readonly ok: true
      /** As it is kept: normalised, 15 digits made 18. */
      readonly number: string
      /** The type that the number gives away; null where several types look like it. */
      readonly recognised: IdType | null
      /** What the number says of its holder; null for documents whose number says nothing. */
      readonly holder: Pick<IdNumber, 'birthDate' | 'gender'> | null
      readonly remarks: readonly IdDocumentRemark[]
    }
  | { readonly ok: false; readonly fault: IdNumberFault }

/** Types whose number has 18 characters with the check character of the citizen ID, by its beginning. */
const CHECKED_TYPES: readonly { readonly type: IdType; readonly begins: RegExp }[] = [
  { type: '外国人永久居留身份证', begins: /^9/ },
  { type: '港澳居民居住证', begins: /^8[12]0000/ },
  { type: '台湾居民居住证', begins: /^830000/ },
  { type: '居民身份证', begins: /^/ },
]

const OLD_PERMANENT_RESIDENCE = /^[A-Z]{3}\d{12}$/

/** Shapes of the other documents; published by no standard, so that a stranger only causes a remark. */
const USUAL_SHAPES: Partial<Record<IdType, RegExp>> = {
  护照: /^[A-Z0-9]{5,20}$/,
  港澳居民来往内地通行证: /^[HM]\d{8}(\d{2})?$/,
  台湾居民来往大陆通行证: /^(\d{8}|\d{10}[A-Z]?)$/,
}

/**
 * Checks the number of an identity document against the type stated, or against the type it gives away where none
 * is stated. Numbers built like the citizen ID must be right in length, check character and date; all others are
 * kept as written. Sources: GB 11643-1999; 港澳台居民居住证申领发放办法 (2018); 外国人永久居留身份证 (2017, 2023).
 */
export function checkIdDocument(type: IdType | null, text: string): IdDocumentCheck {
  const number = normaliseIdNumber(text)
  if (OLD_PERMANENT_RESIDENCE.test(number)) return asWritten(number, type, '外国人永久居留身份证')
  const builtLikeCitizenId = /^\d{17}[\dX]$|^\d{15}$/.test(number)
  if (isCheckedType(type) || (type === null && mustBeCitizenId(number)) || builtLikeCitizenId) {
    const result = parseIdNumber(number)
    if (result.ok) return recognisedNumber(result.id, type)
    // A foreign passport of 15 or 18 digits is no citizen ID gone wrong.
    if (type === null || isCheckedType(type)) return result
  }
  return asWritten(number, type, null)
}

function recognisedNumber(id: IdNumber, type: IdType | null): IdDocumentCheck {
  const recognised = CHECKED_TYPES.find(({ begins }) => begins.test(id.number))?.type ?? null
  const remarks: IdDocumentRemark[] = []
  if (id.converted) remarks.push('converted')
  if (recognised === '居民身份证' && !isKnownProvince(id.region)) remarks.push('provinceUnknown')
  if (type !== null && type !== recognised && type !== '其他') remarks.push('typeMismatch')
  return { ok: true, number: id.number, recognised, holder: { birthDate: id.birthDate, gender: id.gender }, remarks }
}

function asWritten(number: string, type: IdType | null, recognised: IdType | null): IdDocumentCheck {
  const remarks: IdDocumentRemark[] = []
  if (recognised !== null && type !== null && type !== recognised && type !== '其他') remarks.push('typeMismatch')
  const usual = type === null ? undefined : USUAL_SHAPES[type]
  if (usual !== undefined && !usual.test(number)) remarks.push('unusualShape')
  return { ok: true, number, recognised, holder: null, remarks }
}

function isCheckedType(type: IdType | null): boolean {
  return CHECKED_TYPES.some((checked) => checked.type === type)
}

/** Digits (and a final X) longer than any travel permit can only be meant as a citizen ID. */
function mustBeCitizenId(number: string): boolean {
  return /^\d{11,}X?$/.test(number)
}
