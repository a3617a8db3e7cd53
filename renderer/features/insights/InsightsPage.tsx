import { PrinterOutlined } from '@ant-design/icons'
import { Button, Tabs } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { PageHeader } from '../../components/PageHeader'
import panel from '../../components/panel.module.css'
import { CalendarPanel } from './CalendarPanel'
import { ParticipationPanel } from './ParticipationPanel'
import { PreferencePanel } from './PreferencePanel'
import { QualityPanel } from './QualityPanel'
import { ReachPanel } from './ReachPanel'
import { SuggestionPanel } from './SuggestionPanel'
import { TopicPanel } from './TopicPanel'
import { UnreachedPanel } from './UnreachedPanel'

/** Insights: what the record says of what members use and need; suggestions first, months and tab in the address. */
export function InsightsPage() {
  const { t } = useTranslation(['insights', 'common'])
  const navigate = useNavigate()
  const [params, setParams] = useSearchParams()
  const items = [
    { key: 'suggestions', label: t('tab.suggestions'), children: <SuggestionPanel /> },
    { key: 'participation', label: t('tab.participation'), children: <ParticipationPanel /> },
    { key: 'unreached', label: t('tab.unreached'), children: <UnreachedPanel /> },
    { key: 'preferences', label: t('tab.preferences'), children: <PreferencePanel /> },
    { key: 'topics', label: t('tab.topics'), children: <TopicPanel /> },
    { key: 'reach', label: t('tab.reach'), children: <ReachPanel /> },
    { key: 'quality', label: t('tab.quality'), children: <QualityPanel /> },
    { key: 'calendar', label: t('tab.calendar'), children: <CalendarPanel /> },
  ]
  return (
    <div className={panel.page}>
      <PageHeader
        title={t('title')}
        actions={
          <Button icon={<PrinterOutlined />} onClick={() => void navigate('/insights/print')}>
            {t('common:print')}
          </Button>
        }
      />
      <Tabs
        className={panel.tabs ?? ''}
        activeKey={params.get('tab') ?? 'suggestions'}
        onChange={(tab) => setParams((before) => ({ ...Object.fromEntries(before), tab }), { replace: true })}
        destroyOnHidden
        items={items}
      />
    </div>
  )
}
