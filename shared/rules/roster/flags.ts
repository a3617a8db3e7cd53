import { codeValue } from './code-values'
import { cellText, isEmptyCell } from './cell'
import type { GridRow } from './grid'
import { bareWords } from './headings'
import { termKey } from './text'
import type { ValueReading } from './values'

/** A column that says of one value of its field whether a member has it: 中共党员 √. */
export interface FlagColumn {
  readonly index: number
  readonly value: string
}

/** The value of 政治面貌 that a yes-no column is about, null for every other heading. */
export function flagOf(heading: string): string | null {
  const words = bareWords(heading.split('/').at(-1) ?? '').replace(/^是否(为|是)?/, '')
  return words.endsWith('员') || words === '群众' ? (codeValue('politicalStatus', words) ?? null) : null
}

/** The one value that is ticked; none where no column is, and no sure one where several are. */
export function readFlags(flags: readonly FlagColumn[], row: GridRow): ValueReading {
  const filled = flags.filter(({ index }) => !isEmptyCell(row.cells[index]))
  const ticked = filled.filter(({ index, value }) => isTicked(cellText(row.cells[index]), value))
  const doubtful = filled.filter(({ index }) => codeValue('isNewEmployment', cellText(row.cells[index])) === undefined)
  const [first, second] = ticked
  if (first !== undefined && second === undefined) return { value: first.value, issues: [] }
  const isDoubtful = second !== undefined || doubtful.length > 0
  return { value: null, issues: isDoubtful ? ['value_unknown'] : [] }
}

const isTicked = (text: string, value: string) =>
  codeValue('isNewEmployment', text) === '是' ||
  codeValue('politicalStatus', text) === value ||
  termKey(text) === '党员'
