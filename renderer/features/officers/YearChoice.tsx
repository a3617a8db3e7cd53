import { useTranslation } from 'react-i18next'
import { Stepper } from '../../components/Stepper'

interface YearChoiceProps {
  readonly year: string
  readonly onChange: (year: string) => void
}

/** Steps through the years. */
export function YearChoice({ year, onChange }: YearChoiceProps) {
  const { t } = useTranslation('officers')
  return (
    <Stepper
      previous={t('previousYear')}
      next={t('nextYear')}
      onStep={(by) => onChange(String(Number(year) + by).padStart(4, '0'))}
    >
      <strong>{t('year', { year })}</strong>
    </Stepper>
  )
}
