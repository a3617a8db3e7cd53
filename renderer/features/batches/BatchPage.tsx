import { useQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { z } from 'zod'
import { batchEffectSchema, type BatchDetail } from '../../../shared/contract/batches'
import { batchIdSchema } from '../../../shared/model/id'
import { LOCAL_ACTOR } from '../../../shared/sync/change'
import { api } from '../../client'
import { ErrorNotice } from '../../components/ErrorNotice'
import { Loading } from '../../components/Loading'
import { PageHeader } from '../../components/PageHeader'
import { useDates } from '../../components/use-dates'
import { BatchEffects } from './BatchEffects'
import { KeptGrid } from './KeptGrid'
import styles from './batches.module.css'
import { UndoButton } from './UndoButton'
import { useBatchTexts } from './use-batch-texts'

const shownSchema = z.enum(['all', ...batchEffectSchema.options, 'kept'])
type Shown = z.infer<typeof shownSchema>

/** What an act on many records did, record by record, and its undo. */
export function BatchPage() {
  const id = batchIdSchema.parse(useParams()['batchId'])
  const { t } = useTranslation('batches')
  const batch = useQuery(api.batches.get.queryOptions({ input: { id } }))
  if (batch.isPending) return <Loading />
  if (batch.isError) {
    return (
      <>
        <PageHeader title={t('title')} backTo="/log" />
        <ErrorNotice error={batch.error} onRetry={() => void batch.refetch()} />
      </>
    )
  }
  return <BatchView key={id} batch={batch.data} />
}

function BatchView({ batch }: { readonly batch: BatchDetail }) {
  const { t } = useTranslation(['batches', 'members', 'common'])
  const dates = useDates()
  const texts = useBatchTexts()
  const navigate = useNavigate()
  const [search, setSearch] = useSearchParams()
  const shown = shownSchema.catch('all').parse(search.get('show'))
  const kept = useQuery(
    api.batches.kept.queryOptions({ input: { id: batch.id, offset: 0, limit: 1 }, enabled: batch.kind === 'undo' }),
  )
  const keptTotal = kept.data?.total ?? 0
  const { added, changed, removed } = batch.effects
  const choices: readonly (readonly [Shown, number])[] = [
    ['all', added + changed + removed],
    ['added', added],
    ['changed', changed],
    ['removed', removed],
    ['kept', keptTotal],
  ]
  const who = t(batch.actor === LOCAL_ACTOR ? 'members:thisPc' : 'members:unionAbove')
  return (
    <div className={styles.page}>
      <PageHeader
        backTo="/log"
        title={t('batchTitle', { kind: texts.kind(batch), title: batch.title })}
        note={[
          dates.moment(batch.at),
          who,
          ...(batch.undoneAt === null
            ? []
            : [t(batch.kind === 'undo' ? 'redoneAt' : 'undoneAt', { at: dates.moment(batch.undoneAt) })]),
        ].join(t('common:dot'))}
        actions={
          <>
            {batch.importId !== null && (
              <Button onClick={() => void navigate(`/roster/imports/${batch.importId}`)}>{t('toImport')}</Button>
            )}
            {batch.undoneBy !== null && (
              <Button onClick={() => void navigate(`/log/${batch.undoneBy}`)}>{t('toUndo')}</Button>
            )}
            <UndoButton batch={batch} />
          </>
        }
      />
      <div className={styles.bar}>
        <Segmented<Shown>
          aria-label={t('show.label')}
          value={shown}
          onChange={(show) => setSearch({ show }, { replace: true })}
          options={choices
            .filter(([name, count]) => name === 'all' || name === shown || count > 0)
            .map(([name, count]) => ({ value: name, label: t('showCount', { name: t(`show.${name}`), count }) }))}
        />
      </div>
      {shown === 'kept' ? (
        <KeptGrid id={batch.id} />
      ) : (
        <BatchEffects batch={batch} effect={shown === 'all' ? null : shown} />
      )}
    </div>
  )
}
