import type { RollKind } from '../../contract/federation/roll'
import type { SheetLanguage } from '../roster/sheet-words'

interface RollWords {
  readonly title: (day: string) => string
  readonly headings: readonly [
    kind: string,
    name: string,
    department: string,
    field: string,
    here: string,
    there: string,
  ]
  readonly kind: Readonly<Record<RollKind, string>>
}

/** Words of the comparison of the rolls as a sheet. */
export const rollWords: Readonly<Record<SheetLanguage, RollWords>> = {
  'zh-CN': {
    title: (day) => `名册核对 ${day}`,
    headings: ['情况', '姓名', '部门', '不同的项目', '本会', '上级'],
    kind: { onlyHere: '只有本会有', onlyThere: '只有上级有', different: '内容不同' },
  },
  'zh-TW': {
    title: (day) => `名冊核對 ${day}`,
    headings: ['情形', '姓名', '部門', '不同的項目', '本會', '上級'],
    kind: { onlyHere: '只有本會有', onlyThere: '只有上級有', different: '內容不同' },
  },
  en: {
    title: (day) => `Comparison of rolls ${day}`,
    headings: ['What', 'Name', 'Department', 'Field', 'Here', 'Above'],
    kind: { onlyHere: 'Only here', onlyThere: 'Only above', different: 'Different' },
  },
}
