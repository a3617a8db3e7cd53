import { useQuery } from '@tanstack/react-query'
import { Button, Table, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { ReceivedDirective } from '../../../shared/contract/federation/directives'
import { dayOf } from '../../../shared/rules/date'
import { api } from '../../client'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { useDates } from '../../components/use-dates'
import { DirectiveDialog } from './DirectiveDialog'
import styles from './federation.module.css'
import { useAskText } from './use-ask-text'

const PAGE_SIZE = 20

/** What the union above sent down, those that wait for an answer first. */
export function DirectiveList() {
  const { t } = useTranslation('directives')
  const dates = useDates()
  const askText = useAskText()
  const [page, setPage] = useState(1)
  const [params, setParams] = useSearchParams()
  const input = { offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE }
  const { data, error, isPending, refetch } = useQuery(api.federation.directives.list.queryOptions({ input }))
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  const shown = data?.rows.find(({ id }) => id === params.get('directive'))
  const today = dayOf(new Date())

  function stateOf({ withdrawnAt, answer, dueOn }: ReceivedDirective) {
    if (withdrawnAt !== null) return <Tag>{t('state.withdrawn')}</Tag>
    if (answer !== null) {
      return <Tag color="success">{t('state.answered', { date: dates.longDay(answer.answeredOn) })}</Tag>
    }
    return dueOn !== null && dueOn < today ? (
      <Tag color="error">{t('state.overdue')}</Tag>
    ) : (
      <Tag color="warning">{t('state.open')}</Tag>
    )
  }

  return (
    <section className={styles.panel}>
      <h2>{t('title')}</h2>
      {data?.total === 0 ? (
        <EmptyState title={t('none')} text={t('noneText')} />
      ) : (
        <Table
          size="small"
          rowKey="id"
          loading={isPending}
          dataSource={data?.rows ?? []}
          pagination={{
            current: page,
            pageSize: PAGE_SIZE,
            total: data?.total ?? 0,
            onChange: setPage,
            hideOnSinglePage: true,
          }}
          columns={[
            { title: t('column.title'), render: (_, { title }) => title },
            { title: t('column.asks'), render: (_, directive) => askText(directive) },
            {
              title: t('column.dueOn'),
              render: (_, { dueOn }) => (dueOn === null ? t('noDue') : dates.longDay(dueOn)),
            },
            { title: t('column.state'), render: (_, directive) => stateOf(directive) },
            {
              key: 'act',
              render: (_, directive) => (
                <Button type="link" size="small" onClick={() => setParams({ directive: directive.id })}>
                  {directive.answer === null && directive.withdrawnAt === null ? t('answer') : t('open')}
                </Button>
              ),
            },
          ]}
        />
      )}
      {shown !== undefined && (
        <DirectiveDialog key={shown.id} directive={shown} onClose={() => setParams({}, { replace: true })} />
      )}
    </section>
  )
}
