import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import panel from '../../../components/panel.module.css'
import { LimitTotals } from '../../funds/limits/LimitTotals'
import { GiftFigures } from './GiftFigures'
import { GiftProposals } from './GiftProposals'
import { GiftRegister } from './GiftRegister'

const views = ['register', 'proposals', 'totals', 'figures'] as const

/** What members are given: the register, who is next, what each was given in a year, what it reached and cost. */
export function GiftPanel() {
  const { t } = useTranslation('gifts')
  const [params, setParams] = useSearchParams()
  const view = views.find((name) => name === params.get('view')) ?? 'register'
  return (
    <div className={panel.fill}>
      <div className={panel.bar}>
        <Segmented
          aria-label={t('view.label')}
          value={view}
          onChange={(chosen) => setParams({ tab: 'gifts', view: chosen }, { replace: true })}
          options={views.map((value) => ({ value, label: t(`view.${value}`) }))}
        />
      </div>
      {view === 'register' && <GiftRegister />}
      {view === 'proposals' && <GiftProposals />}
      {view === 'totals' && <LimitTotals />}
      {view === 'figures' && <GiftFigures />}
    </div>
  )
}
