import { Tabs } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { z } from 'zod'
import { PageHeader } from '../../components/PageHeader'
import { OfficersTab } from './OfficersTab'
import styles from './organisation.module.css'
import { PastTab } from './PastTab'
import { UnitsTab } from './UnitsTab'

const tabSchema = z.enum(['units', 'officers', 'past'])

/** The branch's tree, its officers, and both as of a past day. */
export function OrganisationPage() {
  const { t } = useTranslation('organisation')
  const [params, setParams] = useSearchParams()
  const tab = tabSchema.catch('units').parse(params.get('tab'))
  return (
    <div className={styles.page}>
      <PageHeader title={t('title')} />
      <Tabs
        activeKey={tab}
        onChange={(key) => setParams(key === 'units' ? {} : { tab: key }, { replace: true })}
        items={tabSchema.options.map((key) => ({ key, label: t(`tab.${key}`) }))}
      />
      <div className={styles.tab}>
        {tab === 'units' && <UnitsTab />}
        {tab === 'officers' && <OfficersTab />}
        {tab === 'past' && <PastTab />}
      </div>
    </div>
  )
}
