import { useTranslation } from 'react-i18next'
import panel from '../../components/panel.module.css'
import { Stepper } from '../../components/Stepper'

interface YearSwitcherProps {
  readonly year: number
  readonly onChange: (year: number) => void
}

/** Chooses a year: one back, one on. */
export function YearSwitcher({ year, onChange }: YearSwitcherProps) {
  const { t } = useTranslation('dues')
  return (
    <div className={panel.bar} role="group" aria-label={t('year.label')}>
      <Stepper previous={t('year.previous')} next={t('year.next')} onStep={(by) => onChange(year + by)}>
        <strong className="numeric">{t('year.name', { year })}</strong>
      </Stepper>
    </div>
  )
}
