import type { IndicatorKey, ReportHead } from '../../../model/statistics'
import type { SheetLanguage } from '../../roster/sheet-words'
import { en } from './en'
import type { KindName, StatisticsWords } from './words'
import { zhCn } from './zh-cn'
import { zhTw } from './zh-tw'

export type { StatisticsWords }

/** The words of the statistics by language. */
export const statisticsWords: Readonly<Record<SheetLanguage, StatisticsWords>> = { 'zh-CN': zhCn, 'zh-TW': zhTw, en }

function isKindName(words: StatisticsWords, part: string): part is KindName {
  return part in words.kinds
}

/**
 * What a kind that a figure is made of is called.
 * @param codeLabel says what a value of a code list is called
 */
export function partText(
  words: StatisticsWords,
  key: IndicatorKey,
  part: string | null,
  codeLabel: (value: string) => string = (value) => value,
): string {
  if (part === null) return words.unstatedOf[key] ?? words.unstated
  return isKindName(words, part) ? words.kinds[part] : codeLabel(part)
}

/** What a row or a column of a report is called. */
export function headText(words: StatisticsWords, head: ReportHead, codeLabel?: (value: string) => string): string {
  switch (head.of) {
    case 'indicator':
      return words.indicators[head.key]
    case 'part':
      return partText(words, head.key, head.part, codeLabel)
    case 'department':
      return head.department ?? words.noDepartment
    case 'group':
      return `${head.department ?? words.noDepartment}－${head.group ?? words.noGroup}`
    case 'sex':
      return words.sexes[head.sex]
    case 'month':
      return words.month(head.month)
    case 'quarter':
      return words.quarter(head.from.slice(0, 4), Math.ceil(Number(head.from.slice(5)) / 3))
    case 'total':
      return words.total
  }
}
