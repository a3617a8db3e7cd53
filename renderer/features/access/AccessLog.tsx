import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { z } from 'zod'
import { sensitiveSubjectSchema, type AccessEvent } from '../../../shared/contract/access'
import { memberFieldSchema } from '../../../shared/model/member'
import { api } from '../../client'
import { EmptyState } from '../../components/EmptyState'
import { PagedTable } from '../../components/PagedTable'
import { useDates } from '../../components/use-dates'
import { usePage } from '../../components/use-page'

/** What else than a member's field can be looked at or deleted. */
const subjectSchema = z.enum([
  ...sensitiveSubjectSchema.options,
  'photo',
  'membershipEvent',
  'identityDocument.number',
  'relative.idNumber',
  'relative.phone',
])

/** Who opened the record and what was looked at in clear, exported or deleted, newest first. */
export function AccessLog() {
  const { t } = useTranslation(['batches', 'fields', 'common'])
  const dates = useDates()
  const page = usePage(50)
  const events = useQuery(
    api.access.events.queryOptions({
      input: page.input,
      placeholderData: keepPreviousData,
    }),
  )

  /** A field is named as on the screen, a file as it is called. */
  function subject({ subject: about }: AccessEvent) {
    const field = memberFieldSchema.safeParse(about)
    if (field.success) return t(`fields:member.${field.data}`)
    const known = subjectSchema.safeParse(about)
    return known.success ? t(`fields:accessSubject.${known.data}`) : about
  }

  const columns: TableColumnsType<AccessEvent> = [
    { title: t('column.at'), width: 180, render: (_, { at }) => <span className="numeric">{dates.moment(at)}</span> },
    { title: t('column.kind'), width: 180, render: (_, { kind }) => t(`access.${kind}`) },
    {
      title: t('column.member'),
      width: 140,
      render: (_, { memberId, memberName }) =>
        memberId === null || memberName === null ? memberName : <Link to={`/members/${memberId}`}>{memberName}</Link>,
    },
    { title: t('column.title'), render: (_, event) => subject(event) },
    {
      title: t('column.count'),
      width: 120,
      align: 'right',
      render: (_, { count }) => (count === null ? null : t('common:records', { count })),
    },
    { title: t('column.reason'), dataIndex: 'reason' },
  ]
  return (
    <PagedTable
      size="large"
      list={events}
      page={page}
      columns={columns}
      scroll={{ x: 860 }}
      empty={<EmptyState title={t('noEvents')} />}
    />
  )
}
