import { Tabs } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { PageHeader } from '../../components/PageHeader'
import panel from '../../components/panel.module.css'
import { GiftPanel } from './gifts/GiftPanel'
import { HardshipPanel } from './hardship/HardshipPanel'
import { RegisterPanel } from './registers/RegisterPanel'
import { RequestPanel } from './requests/RequestPanel'

/** Care: what members are given, families in hardship, requests, registers; the tab stands in the address of the page. */
export function CarePage() {
  const { t } = useTranslation(['care', 'gifts', 'hardship', 'requests', 'registers'])
  const [params, setParams] = useSearchParams()
  return (
    <div className={panel.page}>
      <PageHeader title={t('title')} />
      <Tabs
        className={panel.tabs ?? ''}
        activeKey={params.get('tab') ?? 'gifts'}
        onChange={(tab) => setParams({ tab }, { replace: true })}
        destroyOnHidden
        items={[
          { key: 'gifts', label: t('gifts:tab'), children: <GiftPanel /> },
          { key: 'hardship', label: t('hardship:tab'), children: <HardshipPanel /> },
          { key: 'requests', label: t('requests:tab'), children: <RequestPanel /> },
          { key: 'registers', label: t('registers:tab'), children: <RegisterPanel /> },
        ]}
      />
    </div>
  )
}
