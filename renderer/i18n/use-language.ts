import { useTranslation } from 'react-i18next'
import { languageSchema, type Language } from './language'

/** The language of the screen now, and how to choose another. */
export function useLanguage(): readonly [Language, (language: Language) => void] {
  const { i18n } = useTranslation()
  return [languageSchema.parse(i18n.language), (language) => void i18n.changeLanguage(language)]
}
