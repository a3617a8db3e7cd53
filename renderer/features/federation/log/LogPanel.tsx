import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { SyncEvent } from '../../../../shared/model/sync-event'
import { hubProblemSchema } from '../../../../shared/contract/federation'
import { rollKindSchema } from '../../../../shared/contract/federation/roll'
import { api, client } from '../../../client'
import { PagedTable } from '../../../components/PagedTable'
import { usePage } from '../../../components/use-page'
import { EmptyState } from '../../../components/EmptyState'
import panel from '../../../components/panel.module.css'
import { useDates } from '../../../components/use-dates'
import { useErrorToast } from '../../../components/use-error-toast'
import { followed } from '../followed'

/** What was said again after the rolls were compared. */
const resentSchema = z.enum([...rollKindSchema.options, 'takeBack'])

/** What the link did, in plain words with a code for the helpdesk, and the same as a file for a technician. */
export function LogPanel() {
  const { t } = useTranslation(['syncLog', 'errors', 'passing'])
  const dates = useDates()
  const { message } = App.useApp()
  const onError = useErrorToast()
  const page = usePage(50)
  const list = useQuery(api.federation.log.list.queryOptions({ input: page.input, ...followed }))
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

  function words({ kind, detail }: SyncEvent): string {
    if (kind === 'resend') {
      return t(`resend.${resentSchema.parse(detail['what'])}`, { count: Number(detail['members'] ?? 0) })
    }
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
      <PagedTable
        list={list}
        page={page}
        empty={<EmptyState title={t('none')} text={t('noneText')} />}
        columns={[
          { title: t('column.at'), width: 150, render: (_, { at }) => dates.moment(at) },
          { title: t('column.what'), render: (_, event) => words(event) },
          {
            title: t('column.bytes'),
            align: 'right',
            render: (_, { detail }) =>
              detail['bytes'] === undefined ? '' : t('kilobytes', { size: Math.ceil(Number(detail['bytes']) / 1024) }),
          },
          { title: t('column.code'), render: (_, event) => <code>{code(event)}</code> },
        ]}
      />
    </div>
  )
}
