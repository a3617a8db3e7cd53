import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DuplicateReason } from '../../../shared/model/duplicate'
import type { MaskedMember } from '../../../shared/model/member'
import { api } from '../../client'
import { DataGrid, useRowPages, type GridColumn } from '../../components/data-grid'
import { EmptyState } from '../../components/EmptyState'
import { PageHeader } from '../../components/PageHeader'
import { useErrorToast } from '../../components/use-error-toast'
import { useUndo } from '../../components/use-undo'
import { CompareDialog } from './CompareDialog'
import styles from './duplicates.module.css'

interface Pair {
  readonly one: MaskedMember
  readonly other: MaskedMember
  readonly reasons: readonly DuplicateReason[]
}

/** Pairs of records that may be of one person: compared, merged, or found to be two. */
export function DuplicatesPage() {
  const { t } = useTranslation(['duplicates', 'fields', 'members', 'common'])
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const [compared, setCompared] = useState<Pair | null>(null)
  const pages = useRowPages((page) => api.duplicates.list.queryOptions({ input: page }))
  const names = ({ one, other }: Pair) => ({ one: one.name, other: other.name })
  const distinguish = useMutation(
    api.duplicates.distinguish.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(),
      onError: useErrorToast(),
    }),
  )

  function judge(pair: Pair) {
    distinguish.mutate(
      { one: pair.one.id, other: pair.other.id },
      {
        onSuccess: ({ batchId }) => {
          offerUndo(t('distinguished', names(pair)), batchId)
          setCompared(null)
        },
      },
    )
  }

  const both = (pair: Pair, text: (member: MaskedMember) => string | null) => (
    <span className={styles.both}>
      <span>{text(pair.one)}</span>
      <span>{text(pair.other)}</span>
    </span>
  )
  const columns: GridColumn<Pair>[] = [
    { key: 'name', title: t('fields:member.name'), width: 120, render: (pair) => both(pair, ({ name }) => name) },
    {
      key: 'reasons',
      title: t('why'),
      width: 220,
      render: ({ reasons }) => reasons.map((reason) => t(`reason.${reason}`)).join('；'),
    },
    {
      key: 'idNumber',
      title: t('fields:member.idNumber'),
      width: 180,
      render: (pair) => both(pair, ({ idNumber }) => idNumber),
    },
    { key: 'phone', title: t('fields:member.phone'), width: 130, render: (pair) => both(pair, ({ phone }) => phone) },
    {
      key: 'department',
      title: t('fields:member.department'),
      width: 150,
      render: (pair) => both(pair, ({ department }) => department),
    },
    {
      key: 'acts',
      title: t('common:acts'),
      width: 230,
      render: (pair) => (
        <span className={styles.acts}>
          <Button aria-label={`${t('compare')} ${t('pair', names(pair))}`} onClick={() => setCompared(pair)}>
            {t('compare')}
          </Button>
          <Button aria-label={`${t('different')} ${t('pair', names(pair))}`} onClick={() => judge(pair)}>
            {t('different')}
          </Button>
        </span>
      ),
    },
  ]
  return (
    <div className={styles.page}>
      <PageHeader
        backTo="/members"
        title={t('title')}
        note={pages.total === null || pages.total === 0 ? undefined : t('note', { count: pages.total })}
      />
      <DataGrid
        label={t('list')}
        columns={columns}
        pages={pages}
        rowHeight={64}
        rowId={({ one, other }) => `${one.id} ${other.id}`}
        rowName={(pair) => t('pair', names(pair))}
        onOpen={setCompared}
        empty={<EmptyState title={t('none')} text={t('noneText')} />}
      />
      {compared !== null && (
        <CompareDialog
          one={compared.one.id}
          other={compared.other.id}
          onDistinguish={() => judge(compared)}
          onClose={() => setCompared(null)}
        />
      )}
    </div>
  )
}
