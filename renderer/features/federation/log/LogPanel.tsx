import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SyncEvent } from '../../../../shared/model/sync-event'
import { hubProblemSchema } from '../../../../shared/contract/federation'
import { api, client } from '../../../client'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import panel from '../../../components/panel.module.css'
import { useDates } from '../../../components/use-dates'
import { useErrorToast } from '../../../components/use-error-toast'

const PAGE_SIZE = 50

/** What the link did, in plain words with a code for the helpdesk, and the same as a file for a technician. */
export function LogPanel() {
  const { t } = useTranslation(['syncLog', 'errors', 'passing'])
  const dates = useDates()
  const { message } = App.useApp()
  const onError = useErrorToast()
  const [page, setPage] = useState(1)
  const input = { offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE }
  const { data, error, isPending, refetch } = useQuery(api.federation.log.list.queryOptions({ input }))
  const save = useMutation(
    api.federation.log.save.mutationOptions({
      onSuccess: (saved) => {
        if (saved !== null) void message.success(t('saved', { name: saved.fileName }))
      },
      onError,
    }),
  )
  const copy = useMutation({
    mutationFn: async () => navigator.clipboard.writeText(await client.federation.log.text()),
    onSuccess: () => void message.success(t('copied')),
    onError,
  })
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />

  function words({ kind, detail }: SyncEvent): string {
    if (kind !== 'pass') return t(`kind.${kind}`)
    const problem = hubProblemSchema.safeParse(detail['problem'])
    const times = Number(detail['times'] ?? 1)
    const said = problem.success
      ? t('failed', { problem: t(`errors:${problem.data}.message`) })
      : Number(detail['entries'] ?? 0) === 0
        ? t('idle')
        : t('sent', { count: Number(detail['entries']), waiting: Number(detail['waiting'] ?? 0) })
    return times > 1 ? t('times', { said, count: times }) : said
  }

  const code = ({ id, kind, detail }: SyncEvent) => [`L${id}`, kind, detail['problem'] ?? 'OK'].join('-')

  return (
    <div className={panel.stack}>
      <div className={panel.spread}>
        <span className={panel.quiet}>{t('intro')}</span>
        <div className={panel.bar}>
          <Button loading={copy.isPending} onClick={() => copy.mutate()}>
            {t('copy')}
          </Button>
          <Button type="primary" loading={save.isPending} onClick={() => save.mutate(undefined)}>
            {t('save')}
          </Button>
        </div>
      </div>
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
            showSizeChanger: false,
          }}
          columns={[
            { title: t('column.at'), width: 150, render: (_, { at }) => dates.moment(at) },
            { title: t('column.what'), render: (_, event) => words(event) },
            {
              title: t('column.bytes'),
              align: 'right',
              render: (_, { detail }) =>
                detail['bytes'] === undefined
                  ? ''
                  : t('kilobytes', { size: Math.ceil(Number(detail['bytes']) / 1024) }),
            },
            { title: t('column.code'), render: (_, event) => <code>{code(event)}</code> },
          ]}
        />
      )}
    </div>
  )
}
