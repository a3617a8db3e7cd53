import { codeSchema, CODES_MAX, type Code, type CodeList } from '../model/code-list'
import type { ProfileDefinition } from '../model/receiver-profile'
import { toHalfWidth } from './half-width'

type Codes = Pick<CodeList, 'codes'>

/** The words that a list offers. */
export function offeredNames({ codes }: Codes): string[] {
  return codes.flatMap(({ name, isRetired }) => (isRetired ? [] : [name]))
}

/** Whether a list knows a value, be it retired. */
export function isListed({ codes }: Codes, value: string): boolean {
  return codes.some(({ name }) => name === value)
}

/** The codes of the next version: as stated, and whatever the last one has besides, retired. Codes are never deleted. */
export function nextCodes(last: readonly Code[], stated: readonly Code[]): Code[] {
  const named = new Set(stated.map(({ code }) => code))
  return [...stated, ...last.flatMap((code) => (named.has(code.code) ? [] : [{ ...code, isRetired: true }]))]
}

/** What a version changes against the last one. */
export interface CodeListChanges {
  readonly added: readonly Code[]
  readonly renamed: readonly { readonly code: string; readonly before: string; readonly after: string }[]
  readonly retired: readonly Code[]
  readonly restored: readonly Code[]
  readonly unchanged: number
}

export function codeListChanges(last: readonly Code[], next: readonly Code[]): CodeListChanges {
  const before = new Map(last.map((code) => [code.code, code]))
  const known = next.flatMap((code) => {
    const former = before.get(code.code)
    return former === undefined ? [] : [{ code, former }]
  })
  return {
    added: next.filter(({ code }) => !before.has(code)),
    renamed: known.flatMap(({ code: { code, name }, former }) =>
      former.name === name ? [] : [{ code, before: former.name, after: name }],
    ),
    retired: known.flatMap(({ code, former }) => (code.isRetired && !former.isRetired ? [code] : [])),
    restored: known.flatMap(({ code, former }) => (!code.isRetired && former.isRetired ? [code] : [])),
    unchanged: known.filter(({ code, former }) => code.name === former.name && code.isRetired === former.isRetired)
      .length,
  }
}

/** Why a line is no code. */
export type CodeFault = 'incomplete' | 'tooLong' | 'codeTwice' | 'nameTwice' | 'tooMany'

export interface ReadCodes {
  readonly codes: readonly Code[]
  /** Lines from 1 that cannot be taken. */
  readonly faults: readonly { readonly line: number; readonly fault: CodeFault }[]
}

const headings = { code: /^(代码|代碼|编码|編碼|编号|code)$/i, name: /^(名称|名稱|项目|項目|name)$/i }
const retiredHeading = /^(停用|已停用|是否停用|retired)$/i
const yes = /^(是|停用|已停用|y|yes|true|1|√)$/i

/**
 * Codes from the rows of a sheet or of a pasted text: under the headings 代码, 名称 and 停用 where there are any, else the
 * first two columns. Blank rows do not count.
 */
export function readCodes(rows: readonly (readonly string[])[]): ReadCodes {
  const tidy = rows.map((row) => row.map((cell) => cell.trim()))
  const columnsOf = (row: readonly string[]) => ({
    code: row.findIndex((cell) => headings.code.test(cell)),
    name: row.findIndex((cell) => headings.name.test(cell)),
    retired: row.findIndex((cell) => retiredHeading.test(cell)),
  })
  const heading = tidy.findIndex((row) => {
    const { code, name } = columnsOf(row)
    return code >= 0 && name >= 0
  })
  const columns = heading < 0 ? { code: 0, name: 1, retired: 2 } : columnsOf(tidy[heading] ?? [])
  const codes: Code[] = []
  const faults: { line: number; fault: CodeFault }[] = []
  for (const [index, row] of tidy.entries()) {
    const [code, name] = [toHalfWidth(row[columns.code] ?? ''), row[columns.name] ?? '']
    if (index <= heading || row.every((cell) => cell === '')) continue
    const fault = faultOf(code, name, codes)
    if (fault === null) codes.push({ code, name, isRetired: yes.test(row[columns.retired] ?? '') })
    else faults.push({ line: index + 1, fault })
  }
  return { codes, faults }
}

function faultOf(code: string, name: string, before: readonly Code[]): CodeFault | null {
  if (code === '' || name === '') return 'incomplete'
  if (!codeSchema.safeParse({ code, name, isRetired: false }).success) return 'tooLong'
  if (before.some((other) => other.code === code)) return 'codeTwice'
  if (before.some((other) => other.name === name)) return 'nameTwice'
  return before.length >= CODES_MAX ? 'tooMany' : null
}

/** The rows of a pasted text: cells apart by tabs, else the code apart from its name by the first comma or blank. */
export function rowsOfText(text: string): string[][] {
  return text.split(/\r?\n/).map((line) => {
    if (line.includes('\t')) return line.split('\t')
    const [, code, name] = /^\s*([^\s,，、]+)[\s,，、]+(.*)$/.exec(line) ?? []
    return code === undefined || name === undefined ? [line] : [code, name]
  })
}

/** A receiver's sheet with the codes of the lists that its dictionaries name; what a dictionary says itself comes first. */
export function withCodeLists(definition: ProfileDefinition, lists: readonly CodeList[]): ProfileDefinition {
  const dictionaries = Object.entries(definition.dictionaries).map(([name, dictionary]) => {
    const list = lists.find((candidate) => candidate.name === dictionary.codeList && candidate.withdrawnAt === null)
    const codes = Object.fromEntries((list?.codes ?? []).map((code) => [code.name, code.code]))
    return [name, { ...dictionary, entries: { ...codes, ...dictionary.entries } }] as const
  })
  return { ...definition, dictionaries: Object.fromEntries(dictionaries) }
}
