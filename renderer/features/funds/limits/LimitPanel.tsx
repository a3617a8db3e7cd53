import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import panel from '../../../components/panel.module.css'
import { LimitTotals } from './LimitTotals'
import { OwnLimits } from './OwnLimits'

const views = ['totals', 'own'] as const

/** Limits of spending: what each member was given against them, and the limits themselves. */
export function LimitPanel() {
  const { t } = useTranslation('limits')
  const [params, setParams] = useSearchParams()
  const view = views.find((name) => name === params.get('view')) ?? 'totals'
  return (
    <div className={panel.fill}>
      <div className={panel.bar}>
        <Segmented
          aria-label={t('view.label')}
          value={view}
          onChange={(chosen) =>
            setParams((before) => ({ ...Object.fromEntries(before), view: chosen }), { replace: true })
          }
          options={views.map((value) => ({ value, label: t(`view.${value}`) }))}
        />
      </div>
      {view === 'own' ? <OwnLimits /> : <LimitTotals />}
    </div>
  )
}
