import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import panel from '../../../components/panel.module.css'
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
      <Button
        icon={<LeftOutlined />}
        aria-label={t('previous')}
        title={t('previous')}
        onClick={() => choose(nextPeriod(period, -1))}
      />
      <strong className={panel.month}>{name}</strong>
      <Button
        icon={<RightOutlined />}
        aria-label={t('next')}
        title={t('next')}
        onClick={() => choose(nextPeriod(period, 1))}
      />
    </div>
  )
}
