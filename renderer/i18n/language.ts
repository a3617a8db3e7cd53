import { z } from 'zod'

export const languageSchema = z.enum(['zh-CN', 'zh-TW', 'en'])
export type Language = z.infer<typeof languageSchema>

/** What each language calls itself. */
export const languageNames: Readonly<Record<Language, string>> = {
  'zh-CN': '简体中文',
  'zh-TW': '繁體中文',
  en: 'English',
}

const STORAGE_KEY = 'language'

/** The language chosen on this PC; Simplified Chinese until somebody chooses. */
export function storedLanguage(): Language {
  return languageSchema.catch('zh-CN').parse(localStorage.getItem(STORAGE_KEY))
}

/** Keeps the choice for the next start. */
export function storeLanguage(language: Language): void {
  localStorage.setItem(STORAGE_KEY, language)
}
