import { Tabs } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { PageHeader } from '../../components/PageHeader'
import panel from '../../components/panel.module.css'
import { GiftPanel } from './gifts/GiftPanel'
import { HardshipPanel } from './hardship/HardshipPanel'

/** Care: what members are given, families in hardship, requests, registers; the tab stands in the address of the page. */
export function CarePage() {
  const { t } = useTranslation(['care', 'gifts', 'hardship'])
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
        ]}
      />
    </div>
  )
}
