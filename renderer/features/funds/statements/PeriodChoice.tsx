import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import panel from '../../../components/panel.module.css'
import { Stepper } from '../../../components/Stepper'
import { nextPeriod, periodKinds, periodOf, type PeriodKind } from './period'
import { usePeriod } from './use-period'

/** Chooses the year, quarter or month of a statement. */
export function PeriodChoice() {
  const { t } = useTranslation('statements')
  const { period, name, choose } = usePeriod()
  return (
    <div className={panel.bar}>
      <Segmented<PeriodKind>
        aria-label={t('period')}
        value={period.kind}
        onChange={(kind) => choose(periodOf(kind, period.from))}
        options={periodKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <Stepper previous={t('previous')} next={t('next')} onStep={(by) => choose(nextPeriod(period, by))}>
        <strong className={panel.month}>{name}</strong>
      </Stepper>
    </div>
  )
}
