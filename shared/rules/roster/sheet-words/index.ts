import type { z } from 'zod'
import type { sheetLanguageSchema } from '../../../contract/roster'
import { en } from './en'
import type { SheetWords } from './words'
import { zhCn } from './zh-cn'
import { zhTw } from './zh-tw'

export type SheetLanguage = z.infer<typeof sheetLanguageSchema>

/** The words of the sheets that the program writes, by language; what it writes it also reads. */
export const sheetWords: Readonly<Record<SheetLanguage, SheetWords>> = { 'zh-CN': zhCn, 'zh-TW': zhTw, en }
