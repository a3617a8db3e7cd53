export const languages = { 'zh-CN': '简体中文', 'zh-TW': '繁體中文', en: 'English' } as const
export type Language = keyof typeof languages

/** Texts of a group of pages in every language; `{…}` are blanks. */
export type Words<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>

/** Gives the words of a language with their blanks filled. */
export type Say<Key extends string> = (key: Key, blanks?: Readonly<Record<string, string | number>>) => string

/** States the texts of a group: a key that one language lacks does not compile. */
export function words<Key extends string>(texts: Words<Key>): Words<Key> {
  return texts
}

export function fill(text: string, blanks: Readonly<Record<string, string | number>> = {}): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(blanks[name] ?? ''))
}

export function isLanguage(text: string | undefined): text is Language {
  return text !== undefined && Object.hasOwn(languages, text)
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
