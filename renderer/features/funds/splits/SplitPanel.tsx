import { useQuery } from '@tanstack/react-query'
import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '../../../client'
import { EmptyState } from '../../../components/EmptyState'
import styles from '../funds.module.css'

/** Who gets how much of the 2 % of wages. */
export function SplitPanel() {
  const { t } = useTranslation('funds')
  const rules = useQuery(api.funds.splits.list.queryOptions())
  return (
    <div className={styles.fill}>
      <Table
        size="small"
        pagination={false}
        loading={rules.isPending}
        dataSource={rules.data ?? []}
        rowKey="id"
        locale={{ emptyText: <EmptyState title={t('split.none')} text={t('split.noneText')} /> }}
        columns={[
          { title: t('split.validFrom'), dataIndex: 'validFrom' },
          {
            title: t('split.shares'),
            render: (_, { shares }) => shares.map(({ level, share }) => `${level} ${share / 100}%`).join(' : '),
          },
          { title: t('split.source'), dataIndex: 'source' },
        ]}
      />
    </div>
  )
}
