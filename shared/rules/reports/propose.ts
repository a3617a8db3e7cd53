import {
  dateFormSchema,
  profileColumnSchema,
  profileDefinitionSchema,
  type ColumnValue,
  type DateForm,
  type ProfileColumn,
  type ProfileDefinition,
} from '../../model/receiver-profile'
import { memberFieldDeclarations, memberFieldSchema } from '../../model/member'
import type { RosterField } from '../../model/roster'
import { builtInProfiles } from '../../receiver-profiles'
import type { RawSheet } from '../roster/cell'
import { assignFields } from '../roster/columns'
import { filledCells, gridOf, ownText, type Grid } from '../roster/grid'
import { findHeader, type Header } from '../roster/header'
import { skipReason } from '../roster/rows'
import { headingKey } from './match-sheet'

const SEARCH_DEPTH = 40
/** So many known headings make a row of them. */
const LEAST_KNOWN = 4

const builtInColumns = builtInProfiles.flatMap(({ definition }) =>
  definition.columns.map((column) => ({ kind: definition.kind, column, dictionaries: definition.dictionaries })),
)

/** Other words for the columns of the organisation sheet. */
const ORGANISATION_WORDS: Readonly<Record<string, string>> = {
  社会信用代码: '工会法人和其他组织统一社会信用代码',
  统一社会信用代码: '工会法人和其他组织统一社会信用代码',
  单位统一社会信用代码: '单位法人和其他组织统一社会信用代码',
  工会统一社会信用代码: '工会法人和其他组织统一社会信用代码',
  单位社会信用代码: '单位法人和其他组织统一社会信用代码',
  工会社会信用代码: '工会法人和其他组织统一社会信用代码',
  上级工会: '上级工会名称',
  '上级工会(企业)名称': '上级工会名称',
  单位类别: '单位性质类别',
  单位性质: '单位性质类别',
  所属行业: '单位所属行业',
  行业: '单位所属行业',
  建会日期: '建会日期（格式：yyyy/MM/dd）',
  建会时间: '建会日期（格式：yyyy/MM/dd）',
  '工会/企业负责人': '工会负责人',
  工会主席: '工会负责人',
  职工总数: '职工人数',
  会员总数: '会员人数',
}

/**
 * What a receiver's workbook looks like as profiles, one for each sheet with headings that are known. Columns that
 * nothing is known of stay empty, for a person to settle.
 */
export function proposeProfiles(sheets: readonly RawSheet[], fileName: string): ProfileDefinition[] {
  const proposed = sheets.flatMap((sheet) => proposeProfile(sheet, fileName) ?? [])
  if (proposed.length < 2) return proposed
  return proposed.map((definition) => ({
    ...definition,
    name: `${definition.name.slice(0, 60)} ${definition.sheetName}`,
  }))
}

function proposeProfile(sheet: RawSheet, fileName: string): ProfileDefinition | null {
  const grid = gridOf(sheet)
  const organisation = organisationRow(grid)
  const header = findHeader(grid)
  const fields = header === null ? [] : assignFields(header.headings, () => []).map(({ field }) => field)
  const known = fields.filter((field) => field !== null).length
  if (organisation !== null && organisation.known > known) {
    return definitionOf(sheet, grid, fileName, 'organisation', organisation.row, (text) => ({
      ...organisationColumn(text),
      heading: text,
    }))
  }
  const headingRow = header?.rows.at(-1)
  if (header === null || headingRow === undefined || known < LEAST_KNOWN || !fields.includes('name')) return null
  return definitionOf(sheet, grid, fileName, 'member', headingRow, (text, column) =>
    memberColumn(text, fields[column] ?? null, header, column),
  )
}

function organisationRow(grid: Grid): { readonly row: number; readonly known: number } | null {
  const counted = grid.rows.slice(0, SEARCH_DEPTH).map((row) => ({
    row: row.row,
    known: filledCells(row).filter(({ text }) => organisationColumn(text).value.from === 'organisation').length,
  }))
  return counted.filter(({ known }) => known >= LEAST_KNOWN).sort((left, right) => right.known - left.known)[0] ?? null
}

function organisationColumn(text: string): Omit<ProfileColumn, 'heading'> {
  const key = headingKey(text)
  const wanted = headingKey(ORGANISATION_WORDS[key] ?? key)
  const found = builtInColumns.find(
    ({ kind, column }) => kind === 'organisation' && headingKey(column.heading) === wanted,
  )
  return { ...(found?.column ?? blankColumn(text)), need: needOf(text, found?.column.need) }
}

function memberColumn(text: string, field: RosterField | null, header: Header, column: number): ProfileColumn {
  const value = valueOf(text, field)
  const found = builtInColumns.find(
    (builtIn) => builtIn.kind === 'member' && JSON.stringify(builtIn.column.value) === JSON.stringify(value),
  )?.column
  const member = memberFieldSchema.safeParse(field)
  const hint = (header.headings[column] ?? []).join(' ')
  const isDate =
    (member.success && memberFieldDeclarations[member.data].kind === 'partialDate') ||
    (value.from === 'membershipChange' && value.part === 'date')
  return {
    ...blankColumn(text),
    ...found,
    heading: text,
    value,
    need: needOf(text, found?.need),
    dateForm: isDate ? (dateFormIn(hint) ?? found?.dateForm ?? 'yyyy-MM-dd') : null,
    width: member.success ? memberFieldDeclarations[member.data].width : (found?.width ?? blankColumn(text).width),
  }
}

function blankColumn(heading: string): ProfileColumn {
  return profileColumnSchema.parse({ heading, value: { from: 'nothing' } })
}

const CHANGE_PARTS: Partial<Record<RosterField, 'type' | 'date' | 'reason'>> = {
  membershipChangeType: 'type',
  membershipChangeDate: 'date',
  membershipChangeReason: 'reason',
}

function valueOf(text: string, field: RosterField | null): ColumnValue {
  if (field === null && /^(序号|顺序号|序|no\.?)$/i.test(headingKey(text))) return { from: 'rowNumber' }
  const member = memberFieldSchema.safeParse(field)
  if (member.success) return { from: 'member', field: member.data }
  const part = field === null ? undefined : CHANGE_PARTS[field]
  return part === undefined ? { from: 'nothing' } : { from: 'membershipChange', part }
}

/** Stars and 必填 mark what must be there. */
function needOf(text: string, usual: ProfileColumn['need'] | undefined): ProfileColumn['need'] {
  return /[*★]|必填/.test(text) && !/非必填|选填/.test(text) ? 'required' : (usual ?? 'optional')
}

function dateFormIn(text: string): DateForm | null {
  const forms = dateFormSchema.options
  return forms.find((form) => text.toLowerCase().includes(form.toLowerCase())) ?? null
}

function definitionOf(
  sheet: RawSheet,
  grid: Grid,
  fileName: string,
  kind: ProfileDefinition['kind'],
  headingRow: number,
  column: (text: string, column: number) => ProfileColumn,
): ProfileDefinition {
  const row = grid.row(headingRow)
  const last = row === undefined ? -1 : (filledCells(row).at(-1)?.column ?? -1)
  const columns = Array.from({ length: last + 1 }, (_, index) => {
    const text = ownText(row, index)
    // A heading merged over two rows stands in the upper one.
    const heading = text === '' ? ownText(grid.row(headingRow - 1), index) : text
    return heading === '' ? { ...blankColumn(' '), heading: ' ' } : column(heading, index)
  })
  const name = fileName.replace(/\.[^.]+$/, '')
  return profileDefinitionSchema.parse({
    kind,
    name: name.slice(0, 100) || sheet.name,
    region: '',
    version: '',
    source: fileName.slice(0, 300),
    sheetName: sheet.name.slice(0, 31),
    banner: bannerOf(grid, headingRow),
    headingRow,
    startRow: headingRow + 1,
    note: noteOf(grid, headingRow),
    columns,
    dictionaries: dictionariesOf(columns),
  })
}

function bannerOf(grid: Grid, headingRow: number): ProfileDefinition['banner'] {
  return grid.rows
    .filter(({ row }) => row < headingRow)
    .flatMap((row) =>
      filledCells(row).map(({ column, text }) => {
        const merge = grid.merges.find(({ top, left }) => top === row.row && left === column)
        const isTitle = row.row === 1 && filledCells(row).length === 1
        return {
          row: row.row,
          from: column,
          to: merge?.right ?? column,
          text: text.slice(0, 500),
          style: isTitle ? ('title' as const) : ('line' as const),
        }
      }),
    )
}

function noteOf(grid: Grid, headingRow: number): string | null {
  const layout = {
    headingWords: [],
    fieldColumns: new Set<number>(),
    nameColumn: null,
    idColumn: null,
    wideMerges: new Map(),
    firstDataRow: headingRow + 1,
  }
  const note = grid.rows.findLast(({ row }) => row > headingRow)
  if (note === undefined || skipReason(note, layout) !== 'note') return null
  return filledCells(note)[0]?.text.slice(0, 2000) ?? null
}

function dictionariesOf(columns: readonly ProfileColumn[]): ProfileDefinition['dictionaries'] {
  return Object.fromEntries(
    columns.flatMap(({ dictionary }) => {
      const list =
        dictionary === null ? undefined : builtInColumns.find(({ dictionaries }) => dictionary in dictionaries)
      const found = dictionary === null ? undefined : list?.dictionaries[dictionary]
      return dictionary === null || found === undefined ? [] : [[dictionary, found] as const]
    }),
  )
}
