import { useTranslation } from 'react-i18next'

/** What 1 to 5 points mean. */
const names = ['veryDissatisfied', 'dissatisfied', 'neutral', 'satisfied', 'verySatisfied'] as const

/** What so many of five points mean, in words. */
export function useSatisfactionText(): (satisfaction: number) => string {
  const { t } = useTranslation('requests')
  return (satisfaction) => {
    const name = names[satisfaction - 1]
    return name === undefined ? '' : t(`satisfaction.${name}`)
  }
}
