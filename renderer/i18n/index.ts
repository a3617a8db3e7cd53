import { createInstance, type i18n as I18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import en from './en'
import { storedLanguage, storeLanguage, languageSchema, type Language } from './language'
import zhCN from './zh-CN'
import zhTW from './zh-TW'

export const i18n: I18n = createInstance()

/** Loads the texts and takes up the language chosen on this PC. */
export async function startI18n(language: Language = storedLanguage()): Promise<void> {
  i18n.on('languageChanged', (chosen) => {
    document.documentElement.lang = chosen
    storeLanguage(languageSchema.parse(chosen))
  })
  await i18n.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh-CN',
    resources: { 'zh-CN': zhCN, 'zh-TW': zhTW, en },
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    returnNull: false,
  })
}
