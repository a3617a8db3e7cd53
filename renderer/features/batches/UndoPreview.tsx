import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import type { BatchId } from '../../../shared/model/id'
import { api } from '../../client'
import { ErrorNotice } from '../../components/ErrorNotice'
import { Loading } from '../../components/Loading'
import styles from './batches.module.css'
import { KeptList } from './KeptList'

/** What an undo would do, before it is done: what goes, changes back and comes back, and what stays. */
export function UndoPreview({ id }: { readonly id: BatchId }) {
  const { t } = useTranslation('batches')
  // Always asked anew: what would be kept depends on what was done since.
  const preview = useQuery(api.batches.undoPreview.queryOptions({ input: { id }, gcTime: 0 }))
  if (preview.isError) return <ErrorNotice error={preview.error} onRetry={() => void preview.refetch()} />
  if (preview.isPending)
    return (
      <div className={styles.preview}>
        <Loading />
      </div>
    )
  const { additions, changes, removals, kept } = preview.data
  const parts = [
    ...(additions > 0 ? [t('undoAdditions', { count: additions })] : []),
    ...(changes > 0 ? [t('undoChanges', { count: changes })] : []),
    ...(removals > 0 ? [t('undoRemovals', { count: removals })] : []),
  ]
  return (
    <div className={`${styles.stack} ${styles.preview}`}>
      {parts.length === 0 ? <p>{t('undoNothing')}</p> : parts.map((part) => <p key={part}>{part}</p>)}
      {kept.total > 0 && (
        <>
          <Alert type="warning" showIcon title={t('keptTitle', { count: kept.total })} />
          <KeptList {...kept} />
        </>
      )}
    </div>
  )
}
