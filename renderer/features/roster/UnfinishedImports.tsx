import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Moment } from '../../../shared/model/date'
import type { RosterImportId } from '../../../shared/model/id'
import { api } from '../../client'
import { useDates } from '../../components/use-dates'
import { useErrorToast } from '../../components/use-error-toast'
import styles from './roster.module.css'

interface UnfinishedImport {
  readonly id: RosterImportId
  readonly fileName: string
  readonly rows: number
  readonly startedAt: Moment
  readonly committed: boolean
}

/** The imports that were begun and not finished. */
export function UnfinishedImports({ imports }: { readonly imports: readonly UnfinishedImport[] }) {
  const { t } = useTranslation(['roster', 'common'])
  const queryClient = useQueryClient()
  const discard = useMutation(
    api.roster.discard.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(),
      onError: useErrorToast(),
    }),
  )
  const dates = useDates()
  return (
    <section className={styles.panel} aria-label={t('unfinished')}>
      <h2>{t('unfinished')}</h2>
      <ul className={styles.imports}>
        {imports.map(({ id, fileName, rows, startedAt, committed }) => (
          <li key={id}>
            <span className={styles.grow}>
              <Link to={`/roster/${id}`}>{fileName}</Link>
              <span className={styles.quiet}>
                {t(committed ? 'rowsLeft' : 'rowsWaiting', { count: rows, when: dates.moment(startedAt) })}
              </span>
            </span>
            <Popconfirm
              title={t('discardTitle')}
              description={t(committed ? 'discardLeft' : 'discardText')}
              okText={t('discard')}
              cancelText={t('common:cancel')}
              onConfirm={() => discard.mutate({ id })}
            >
              <Button aria-label={`${t('discard')} ${fileName}`}>{t('discard')}</Button>
            </Popconfirm>
          </li>
        ))}
      </ul>
    </section>
  )
}
