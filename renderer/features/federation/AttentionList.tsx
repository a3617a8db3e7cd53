import { useQuery } from '@tanstack/react-query'
import { Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../client'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import styles from './federation.module.css'

const PAGE_SIZE = 20

/** The entries that the hub refused or holds, with its reason. */
export function AttentionList() {
  const { t, i18n } = useTranslation('federation')
  const [page, setPage] = useState(1)
  const input = { offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE }
  const { data, error, isPending, refetch } = useQuery(api.federation.attention.queryOptions({ input }))
  const when = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (data?.total === 0) return <EmptyState title={t('nothingToAttend')} text={t('nothingToAttendText')} />
  return (
    <section className={styles.panel}>
      <h2>{t('attention')}</h2>
      <p>{t('attentionText')}</p>
      <Table
        size="small"
        rowKey="id"
        loading={isPending}
        dataSource={data?.rows ?? []}
        pagination={{ current: page, pageSize: PAGE_SIZE, total: data?.total ?? 0, onChange: setPage }}
        columns={[
          { title: t('at'), render: (_, { at }) => when.format(new Date(at)) },
          { title: t('table'), render: (_, { table }) => t(`tables.${table}`) },
          { title: t('result'), render: (_, { result }) => t(`results.${result}`) },
          { title: t('reason'), render: (_, { reason }) => (reason === null ? '' : t(`reasons.${reason}`)) },
        ]}
      />
    </section>
  )
}
