import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { HandOverRow } from '../../../../shared/contract/dues/hand-overs'
import { handOverIdSchema, newId, type HandOverId } from '../../../../shared/model/id'
import { dayOf } from '../../../../shared/rules/date'
import { api, client } from '../../../client'
import { DataGrid, useRowPages, type GridColumn } from '../../../components/data-grid'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Money } from '../../../components/Money'
import panel from '../../../components/panel.module.css'
import { Section } from '../../../components/Section'
import { useDates } from '../../../components/use-dates'
import { useErrorToast } from '../../../components/use-error-toast'
import { newHandOverDraft } from './hand-over-draft'
import styles from './hand-overs.module.css'

/** Cash that collectors hand over: what is being entered, and what was posted. */
export function HandOverPanel() {
  const { t } = useTranslation(['handOvers', 'common'])
  const navigate = useNavigate()
  const begin = useMutation({
    mutationFn: async () => {
      const id = newId(handOverIdSchema)
      const { issuer } = await client.dues.receipts.book()
      await client.dues.handOvers.saveDraft({ id, draft: newHandOverDraft(dayOf(new Date()), issuer ?? '') })
      return id
    },
    onSuccess: (id) => void navigate(`/dues/hand-overs/drafts/${id}`),
    onError: useErrorToast(),
  })
  const drafts = useQuery(api.dues.handOvers.drafts.queryOptions())
  const pages = useRowPages<HandOverRow>((page) => api.dues.handOvers.list.queryOptions({ input: page }))
  const columns: GridColumn<HandOverRow>[] = [
    { key: 'receivedOn', title: t('column.receivedOn'), width: 120, render: ({ receivedOn }) => receivedOn },
    { key: 'collector', title: t('column.collector'), width: 140, render: ({ collector }) => collector },
    { key: 'count', title: t('column.count'), width: 90, align: 'end', render: (row) => row.declaredCount },
    {
      key: 'total',
      title: t('column.total'),
      width: 130,
      align: 'end',
      render: (row) => <Money fen={row.declaredTotal} />,
    },
    { key: 'state', title: t('column.state'), width: 160, render: (row) => <HandOverState handOver={row} /> },
    { key: 'note', title: t('sheet.note'), width: 200, render: ({ note }) => note },
  ]
  const button = (
    <Button type="primary" loading={begin.isPending} onClick={() => begin.mutate()}>
      {t('new')}
    </Button>
  )
  if (drafts.isError) return <ErrorNotice error={drafts.error} onRetry={() => void drafts.refetch()} />
  const unfinished = drafts.data ?? []
  return (
    <div className={panel.fill}>
      <div className={styles.head}>{(pages.total ?? 0) + unfinished.length > 0 && button}</div>
      {unfinished.length > 0 && (
        <Section title={t('drafts')}>
          <ul className={styles.drafts}>
            {unfinished.map((draft) => (
              <Draft key={draft.id} {...draft} />
            ))}
          </ul>
        </Section>
      )}
      <div className={panel.gridArea}>
        <DataGrid<HandOverRow, HandOverId>
          label={t('posted')}
          columns={columns}
          pages={pages}
          rowId={({ id }) => id}
          rowName={({ collector }) => collector}
          onOpen={({ id }) => void navigate(`/dues/hand-overs/${id}`)}
          empty={unfinished.length === 0 && <EmptyState title={t('none')} text={t('noneText')} action={button} />}
        />
      </div>
    </div>
  )
}

/** Whether a hand-over stands. */
export function HandOverState({ handOver: { isUndone, reversed } }: { readonly handOver: HandOverRow }) {
  const { t } = useTranslation('handOvers')
  if (isUndone) return <Tag color="error">{t('state.undone')}</Tag>
  return (
    <>
      <Tag color="success">{t('state.posted')}</Tag>
      {reversed > 0 && <Tag>{t('state.part', { count: reversed })}</Tag>}
    </>
  )
}

interface DraftProps {
  readonly id: HandOverId
  readonly collector: string
  readonly receivedOn: string
  readonly rows: number
  readonly updatedAt: HandOverRow['recordedAt']
}

function Draft({ id, collector, receivedOn, rows, updatedAt }: DraftProps) {
  const { t } = useTranslation(['handOvers', 'common'])
  const dates = useDates()
  const navigate = useNavigate()
  const { modal, message } = App.useApp()
  const queryClient = useQueryClient()
  const remove = useMutation(
    api.dues.handOvers.removeDraft.mutationOptions({
      onSuccess: () => {
        void message.success(t('discarded'))
        return queryClient.invalidateQueries()
      },
      onError: useErrorToast(),
    }),
  )
  const name = collector.trim() === '' ? t('draftNameless') : t('draftOf', { collector })
  const ask = () =>
    modal.confirm({
      title: t('discardTitle'),
      content: t('discardText'),
      okText: t('discard'),
      okButtonProps: { danger: true },
      focusable: { autoFocusButton: 'cancel' },
      onOk: () => remove.mutateAsync({ id }).catch(() => undefined),
    })
  return (
    <li>
      <div className={styles.draft}>
        <strong>{name}</strong>
        <span className={panel.quiet}>
          {t('draftNote', { day: receivedOn, count: rows, at: dates.moment(updatedAt) })}
        </span>
      </div>
      <Button danger onClick={ask} aria-label={t('common:labelled', { label: t('discard'), text: name })}>
        {t('discard')}
      </Button>
      <Button
        type="primary"
        onClick={() => void navigate(`/dues/hand-overs/drafts/${id}`)}
        aria-label={t('common:labelled', { label: t('goOn'), text: name })}
      >
        {t('goOn')}
      </Button>
    </li>
  )
}
