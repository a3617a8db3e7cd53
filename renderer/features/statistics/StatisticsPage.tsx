import { Tabs } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { PageHeader } from '../../components/PageHeader'
import panel from '../../components/panel.module.css'
import { ChecksPanel } from './ChecksPanel'
import { DesignerPanel } from './designer/DesignerPanel'
import { FiguresPanel } from './FiguresPanel'
import styles from './statistics.module.css'

/** Year-end statistics, what must agree in them, and reports of own design; tab and period stand in the address. */
export function StatisticsPage() {
  const { t } = useTranslation('statistics')
  const [params, setParams] = useSearchParams()
  return (
    <div className={panel.page}>
      <div className="screen-only">
        <PageHeader title={t('title')} />
      </div>
      <Tabs
        className={`${panel.tabs} ${styles.tabs}`}
        activeKey={params.get('tab') ?? 'figures'}
        onChange={(tab) => setParams((before) => ({ ...Object.fromEntries(before), tab }), { replace: true })}
        destroyOnHidden
        items={[
          { key: 'figures', label: t('tab.figures'), children: <FiguresPanel /> },
          { key: 'checks', label: t('tab.checks'), children: <ChecksPanel /> },
          { key: 'designer', label: t('tab.designer'), children: <DesignerPanel /> },
        ]}
      />
    </div>
  )
}
