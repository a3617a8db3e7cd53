import { useQuery } from '@tanstack/react-query'
import { Table, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Day } from '../../../shared/model/date'
import { api, type client } from '../../client'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { Loading } from '../../components/Loading'
import styles from './organisation.module.css'
import { unitPath } from './unit-path'
import { usePostTexts } from './use-post-texts'

type OfficerOnDay = Awaited<ReturnType<typeof client.organisation.officersOn>>[number]

/** Who held which post on a day: first those of the branch itself, then by unit. */
export function OfficerTable({ day }: { readonly day: Day }) {
  const { t } = useTranslation(['organisation', 'common'])
  const texts = usePostTexts()
  const officers = useQuery(api.organisation.officersOn.queryOptions({ input: { day } }))
  const tree = useQuery(api.organisation.tree.queryOptions())
  if (officers.isPending || tree.isPending) return <Loading />
  if (officers.isError) return <ErrorNotice error={officers.error} onRetry={() => void officers.refetch()} />
  if (officers.data.length === 0) return <EmptyState title={t('post.noOfficers')} text={t('post.noOfficersText')} />
  const units = tree.data?.units ?? []
  const place = ({ unitId }: OfficerOnDay) => units.findIndex(({ id }) => id === unitId)
  const columns: TableColumnsType<OfficerOnDay> = [
    { title: t('post.unit'), render: (_, { unitId }) => unitPath(units, unitId) ?? t('post.branchItself') },
    { title: t('post.name'), render: (_, { title }) => texts.title(title) },
    {
      title: t('post.member'),
      render: (_, { memberId, memberName }) => <Link to={`/members/${memberId}`}>{memberName}</Link>,
    },
    {
      title: t('post.period'),
      render: (_, post) => (
        <>
          <span className="numeric">{texts.period(post)}</span>{' '}
          {!post.sure && <span className={styles.doubt}>{t('post.unsure')}</span>}
        </>
      ),
    },
    { title: t('post.note'), render: (_, post) => texts.details(post) },
  ]
  return (
    <Table
      rowKey="id"
      columns={columns}
      dataSource={officers.data.toSorted((a, b) => place(a) - place(b))}
      pagination={false}
      scroll={{ x: 760 }}
    />
  )
}
