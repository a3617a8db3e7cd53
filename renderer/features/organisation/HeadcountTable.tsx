import { useQuery } from '@tanstack/react-query'
import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Heads } from '../../../shared/contract/organisation'
import type { Day } from '../../../shared/model/date'
import { api } from '../../client'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { Loading } from '../../components/Loading'
import { useCodeLabel } from '../../i18n/use-code-label'
import styles from './organisation.module.css'

interface Figure {
  readonly title: string
  readonly of: (heads: Heads) => number
}

/** How many members there were on a day, by department, standing and sex. */
export function HeadcountTable({ day }: { readonly day: Day }) {
  const { t } = useTranslation(['organisation', 'common'])
  const codeLabel = useCodeLabel()
  const headcount = useQuery(api.organisation.headcountOn.queryOptions({ input: { day } }))
  if (headcount.isPending) return <Loading />
  if (headcount.isError) return <ErrorNotice error={headcount.error} onRetry={() => void headcount.refetch()} />
  const { total, departments, recordedLater } = headcount.data
  if (departments.length === 0) return <EmptyState title={t('past.empty')} text={t('past.emptyText')} />

  const sexes = total.bySex.filter(({ gender, count }) => gender !== null || count > 0)
  const figures: readonly Figure[] = [
    { title: t('past.present'), of: ({ active, kept, activeOrKept }) => active + kept + activeOrKept },
    { title: t('past.active'), of: ({ active }) => active },
    { title: t('past.kept'), of: ({ kept }) => kept },
    ...(total.activeOrKept > 0 ? [{ title: t('past.activeOrKept'), of: (heads: Heads) => heads.activeOrKept }] : []),
    ...sexes.map(({ gender }) => ({
      title: gender === null ? t('past.sexUnknown') : codeLabel(gender),
      of: ({ bySex }: Heads) => bySex.find((sex) => sex.gender === gender)?.count ?? 0,
    })),
    ...(total.unsure > 0 ? [{ title: t('past.unsure'), of: ({ unsure }: Heads) => unsure }] : []),
  ]
  const rows = [
    { key: 'total', name: t('past.total'), heads: total },
    ...departments.map(({ department, ...heads }) => ({
      key: `in ${department ?? ''}`,
      name: department ?? t('past.noDepartment'),
      heads,
    })),
  ]
  return (
    <>
      <div className={styles.notes} role="status">
        {total.unsure > 0 && <p className={styles.doubt}>{t('past.unsureNote', { count: total.unsure })}</p>}
        {total.activeOrKept > 0 && <p>{t('past.activeOrKeptNote', { count: total.activeOrKept })}</p>}
        {recordedLater > 0 && <p>{t('past.recordedLaterNote', { count: recordedLater })}</p>}
        <p className={styles.quiet}>{t('past.basis')}</p>
      </div>
      <Table
        columns={[
          { title: t('past.department'), render: (_, { name }) => name },
          ...figures.map(({ title, of }) => ({
            title,
            align: 'right' as const,
            width: 116,
            render: (_: unknown, { heads }: (typeof rows)[number]) => <span className="numeric">{of(heads)}</span>,
          })),
        ]}
        dataSource={rows}
        rowClassName={({ key }) => (key === 'total' ? (styles.total ?? '') : '')}
        pagination={false}
        scroll={{ x: 300 + figures.length * 116 }}
      />
    </>
  )
}
