import { readWorkbook } from '../../electron/backend/roster/reader'
import { UnreadableFile } from '../../electron/backend/roster/reader/unreadable'
import {
  codeListInputSchema,
  codePlaceSchema,
  type CodeListInput,
  type CodeListUse,
  type CodePlace,
} from '../../shared/model/code-list'
import { readCodes, rowsOfText, type CodeFault } from '../../shared/rules/code-list'
import { cellText } from '../../shared/rules/roster/cell'

/** Why a form is no code list. */
export type FormFault = 'nameMissing' | 'fieldMissing' | 'noCodes' | 'fileUnreadable'

/** A code list as its form states it, or what is wrong with it. */
export type StatedList =
  | { readonly ok: true; readonly input: CodeListInput }
  | {
      readonly ok: false
      readonly fault: FormFault | null
      readonly lines: readonly { readonly line: number; readonly fault: CodeFault }[]
    }

/** What the form's choice of a use is called. */
export const useKey = (use: CodeListUse): string => (use.kind === 'place' ? `place:${use.place}` : use.kind)

const placeKeys = new Map<string, CodePlace>(codePlaceSchema.options.map((place) => [`place:${place}`, place]))

function useOf(form: FormData): CodeListUse {
  const stated = textOf(form, 'use')
  const place = placeKeys.get(stated)
  if (place !== undefined) return { kind: 'place', place }
  return stated === 'customField' ? { kind: 'customField', field: textOf(form, 'field') } : { kind: 'dictionary' }
}

export function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

/** The bytes of a file of the form; null where none was chosen. */
export async function fileOf(form: FormData, name: string): Promise<Buffer | null> {
  const file = form.get(name)
  return file instanceof File && file.size > 0 ? Buffer.from(await file.arrayBuffer()) : null
}

async function rowsOf(form: FormData): Promise<readonly (readonly string[])[] | null> {
  const file = await fileOf(form, 'file')
  if (file === null) return rowsOfText(textOf(form, 'codes'))
  try {
    const [sheet] = await readWorkbook(file)
    const texts = (sheet?.rows ?? []).map(({ cells }) => cells.map((cell) => cellText(cell)))
    return texts
  } catch (error) {
    if (error instanceof UnreadableFile) return null
    throw error
  }
}

/** Reads the form of a code list: its codes from the sheet where one was chosen, else from what was typed. */
export async function statedList(form: FormData): Promise<StatedList> {
  const wrong = (fault: FormFault) => ({ ok: false, fault, lines: [] }) as const
  const use = useOf(form)
  const rows = await rowsOf(form)
  if (rows === null) return wrong('fileUnreadable')
  const { codes, faults } = readCodes(rows)
  if (textOf(form, 'name') === '') return wrong('nameMissing')
  if (use.kind === 'customField' && use.field === '') return wrong('fieldMissing')
  if (faults.length > 0) return { ok: false, fault: null, lines: faults }
  if (codes.length === 0) return wrong('noCodes')
  const stated = { name: textOf(form, 'name'), use, codes }
  const input = codeListInputSchema.safeParse(stated)
  return input.success ? { ok: true, input: input.data } : wrong('nameMissing')
}

export const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/** What a hidden field holds; null where it is no JSON. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
