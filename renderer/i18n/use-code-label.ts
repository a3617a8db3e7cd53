import { useTranslation } from 'react-i18next'

/** How a value of a code list is shown: its official term, translated where the language has a translation. */
export function useCodeLabel(): (value: string) => string {
  const { i18n } = useTranslation()
  return (value) => {
    const label: unknown = i18n.getResource(i18n.language, 'codes', value)
    return typeof label === 'string' ? label : value
  }
}
