import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Month } from '../../../../shared/model/date'
import { addMonths, dayOf, monthOf } from '../../../../shared/rules/date'
import panel from '../../../components/panel.module.css'
import { Stepper } from '../../../components/Stepper'
import { useDates } from '../../../components/use-dates'

/** Months that the list offers around the chosen one. */
const BACK = 24
const AHEAD = 3

interface MonthSwitcherProps {
  readonly month: Month
  readonly onChange: (month: Month) => void
}

/** Chooses a month: one back, one on, or from a list. */
export function MonthSwitcher({ month, onChange }: MonthSwitcherProps) {
  const { t } = useTranslation('bases')
  const dates = useDates()
  const current = monthOf(dayOf(new Date()))
  const months = Array.from({ length: BACK + AHEAD + 1 }, (_, step) => addMonths(month, AHEAD - step))
  return (
    <div className={panel.bar} role="group" aria-label={t('month.label')}>
      <Stepper previous={t('month.previous')} next={t('month.next')} onStep={(by) => onChange(addMonths(month, by))}>
        <Select
          className={panel.month ?? ''}
          aria-label={t('month.label')}
          value={month}
          onChange={onChange}
          options={months.map((value) => ({ value, label: dates.month(value) }))}
        />
      </Stepper>
      {month !== current && <Button onClick={() => onChange(current)}>{t('month.current')}</Button>}
    </div>
  )
}
