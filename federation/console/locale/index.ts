import { en } from './en'
import { zhCN, type ConsoleWords } from './zh-CN'
import { zhTW } from './zh-TW'

export const languages = { 'zh-CN': '简体中文', 'zh-TW': '繁體中文', en: 'English' } as const
export type Language = keyof typeof languages

const words: Readonly<Record<Language, ConsoleWords>> = { 'zh-CN': zhCN, 'zh-TW': zhTW, en }

export function isLanguage(text: string | undefined): text is Language {
  return text !== undefined && text in words
}

/** The language that a browser asks for in its Accept-Language header; Simplified Chinese when it asks for another. */
export function languageAsked(header: string | undefined): Language {
  for (const range of (header ?? '').split(',')) {
    const tag = range.split(';')[0]?.trim().toLowerCase() ?? ''
    if (/^zh-(tw|hk|mo|hant)/.test(tag)) return 'zh-TW'
    if (tag.startsWith('zh')) return 'zh-CN'
    if (tag.startsWith('en')) return 'en'
  }
  return 'zh-CN'
}

/** Gives the words of a language with their blanks filled. */
export type Say = (key: keyof ConsoleWords, blanks?: Readonly<Record<string, string>>) => string

export function sayIn(language: Language): Say {
  return (key, blanks = {}) => words[language][key].replaceAll(/\{(\w+)\}/g, (_, name: string) => blanks[name] ?? '')
}
