import { Tabs } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { ErrorNotice } from '../../components/ErrorNotice'
import { Loading } from '../../components/Loading'
import { PageHeader } from '../../components/PageHeader'
import panel from '../../components/panel.module.css'
import { AttentionList } from './AttentionList'
import { CodeLists } from './codes/CodeLists'
import { ConflictInbox } from './conflicts/ConflictInbox'
import { ExchangePanel } from './exchange/ExchangePanel'
import { Overview } from './Overview'
import { TransferPanel } from './transfers/TransferPanel'
import { LogPanel } from './log/LogPanel'
import { PassingPanel } from './passing/PassingPanel'
import { RollPanel } from './roll/RollPanel'
import { useFederationState } from './use-federation-state'

/** The branch's link with the union above: set it up, see how it stands, what came of what was sent; the tab stands in the address. */
export function FederationPage() {
  const { t } = useTranslation(['federation', 'transfers', 'roll', 'passing', 'syncLog'])
  const [params, setParams] = useSearchParams()
  const { data, error, refetch } = useFederationState()
  return (
    <div className={panel.page}>
      <PageHeader title={t('title')} note={t('intro')} />
      {error !== null ? (
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <Loading />
      ) : (
        <Tabs
          className={panel.tabs ?? ''}
          activeKey={params.get('tab') ?? 'overview'}
          onChange={(tab) => setParams({ tab }, { replace: true })}
          destroyOnHidden
          items={[
            { key: 'overview', label: t('tab.overview'), children: <Overview state={data} /> },
            { key: 'conflicts', label: t('tab.conflicts'), children: <ConflictInbox /> },
            { key: 'attention', label: t('tab.attention'), children: <AttentionList /> },
            { key: 'transfers', label: t('transfers:tab'), children: <TransferPanel /> },
            { key: 'exchange', label: t('tab.exchange'), children: <ExchangePanel /> },
            { key: 'codes', label: t('tab.codes'), children: <CodeLists /> },
            { key: 'passing', label: t('passing:tab'), children: <PassingPanel /> },
            { key: 'log', label: t('syncLog:tab'), children: <LogPanel /> },
            { key: 'roll', label: t('roll:tab'), children: <RollPanel isEnrolled={data.state === 'enrolled'} /> },
          ]}
        />
      )}
    </div>
  )
}
