import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { languageNames, languageSchema } from '../i18n/language'
import { useLanguage } from '../i18n/use-language'

/** Chooses the language of the screen; each language is written in itself. */
export function LanguageSwitch() {
  const { t } = useTranslation()
  const [language, choose] = useLanguage()
  return (
    <Select
      aria-label={t('language')}
      value={language}
      onChange={choose}
      popupMatchSelectWidth={false}
      options={languageSchema.options.map((value) => ({ value, label: languageNames[value] }))}
    />
  )
}
