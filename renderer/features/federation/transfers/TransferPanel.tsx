import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import panel from '../../../components/panel.module.css'
import { ClaimedList } from './ClaimedList'
import { ClaimList } from './ClaimList'
import { ForeignDuplicates } from './ForeignDuplicates'
import { IncomingList } from './IncomingList'
import { OutgoingList } from './OutgoingList'

const views = ['in', 'out', 'claims', 'claimed', 'duplicates'] as const

/** Members who come from other unions or go to them, and those whom two unions have. */
export function TransferPanel() {
  const { t } = useTranslation('transfers')
  const [params, setParams] = useSearchParams()
  const view = views.find((one) => one === params.get('view')) ?? 'in'
  return (
    <section className={panel.stack}>
      <div>
        <Segmented
          value={view}
          onChange={(chosen) => setParams({ tab: 'transfers', view: chosen }, { replace: true })}
          options={views.map((value) => ({ value, label: t(`view.${value}`) }))}
        />
      </div>
      <p className={panel.quiet}>{t(`intro.${view}`)}</p>
      {view === 'in' && <IncomingList />}
      {view === 'out' && <OutgoingList />}
      {view === 'claims' && <ClaimList />}
      {view === 'claimed' && <ClaimedList />}
      {view === 'duplicates' && <ForeignDuplicates />}
    </section>
  )
}
