import { Tabs } from 'antd'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '../../components/PageHeader'
import { AccessLog } from '../access/AccessLog'
import { BatchList } from './BatchList'

/** What was done to many records at once, with its undo, and who looked at what. */
export function LogPage() {
  const { t } = useTranslation('batches')
  return (
    <>
      <PageHeader title={t('title')} note={t('note')} />
      <Tabs
        items={[
          { key: 'batches', label: t('batchTab'), children: <BatchList /> },
          { key: 'access', label: t('accessTab'), children: <AccessLog /> },
        ]}
      />
    </>
  )
}
