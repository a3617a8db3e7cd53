import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { ReturnedCounts } from '../../../shared/contract/roster'
import { api, client } from '../../client'
import { ErrorNotice } from '../../components/ErrorNotice'
import { PageHeader } from '../../components/PageHeader'
import { ProgressDialog } from '../../components/ProgressDialog'
import { useProgress } from '../../components/use-progress'
import { FileDrop } from './FileDrop'
import { UnfinishedImports } from './UnfinishedImports'
import styles from './roster.module.css'

/** Where an import begins: choose a file, or go on with one begun before. */
export function RosterPage() {
  const { t } = useTranslation('roster')
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { notification } = App.useApp()
  const { run, progress, error, clearError } = useProgress()
  const unfinished = useQuery(api.roster.unfinished.queryOptions())

  function returnedText({ repaired, unchanged, gone }: ReturnedCounts): string {
    return [
      t('returned.repaired', { count: repaired }),
      ...(unchanged > 0 ? [t('returned.unchanged', { count: unchanged })] : []),
      ...(gone > 0 ? [t('returned.gone', { count: gone })] : []),
    ].join(t('semicolon'))
  }

  async function read(file: File) {
    clearError()
    const found = await run((options) => client.roster.read({ file }, options))
    if (found === undefined) return
    await queryClient.invalidateQueries()
    if (found.returned === null) return navigate(`/roster/${found.id}`)
    notification.success({
      title: t('returned.title', { name: found.fileName }),
      description: returnedText(found.returned),
    })
    await navigate(`/roster/${found.id}`, { state: { step: 'preview' } })
  }

  return (
    <>
      <PageHeader
        title={t('title')}
        note={t('intro')}
        actions={<Button onClick={() => void navigate('/roster/imports')}>{t('past.title')}</Button>}
      />
      <div className={styles.stack}>
        {error !== null && <ErrorNotice error={error} />}
        <FileDrop onFile={(file) => void read(file)} />
        {unfinished.error !== null && (
          <ErrorNotice error={unfinished.error} onRetry={() => void unfinished.refetch()} />
        )}
        {unfinished.data !== undefined && unfinished.data.length > 0 && <UnfinishedImports imports={unfinished.data} />}
      </div>
      <ProgressDialog title={t('reading')} progress={progress} />
    </>
  )
}
