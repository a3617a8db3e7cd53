import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { PastImport } from '../../../shared/contract/roster'
import { LOCAL_ACTOR } from '../../../shared/sync/change'
import { api } from '../../client'
import { DataGrid, useRowPages, type GridColumn } from '../../components/data-grid'
import { EmptyState } from '../../components/EmptyState'
import { PageHeader } from '../../components/PageHeader'
import { useDates } from '../../components/use-dates'
import styles from './roster.module.css'

/** The imports that wrote something: file, when, who, and what came of it. */
export function PastImportsPage() {
  const { t } = useTranslation(['roster', 'members'])
  const navigate = useNavigate()
  const dates = useDates()
  const pages = useRowPages<PastImport>((page) => api.roster.imports.queryOptions({ input: page }))

  function state({ undoneAt, rows }: PastImport) {
    if (undoneAt !== null) return t('past.undoneAt', { at: dates.moment(undoneAt) })
    return rows > 0 ? t('past.rowsLeft', { count: rows }) : t('past.complete')
  }

  const figure = (key: 'added' | 'changed' | 'same' | 'leftOut'): GridColumn<PastImport> => ({
    key,
    title: t(`past.${key}`),
    width: 90,
    align: 'end',
    render: (row) => t('past.figure', { count: row[key] }),
  })
  const columns: GridColumn<PastImport>[] = [
    {
      key: 'file',
      title: t('past.file'),
      width: 260,
      render: ({ id, fileName }) => <Link to={`/roster/imports/${id}`}>{fileName}</Link>,
    },
    {
      key: 'at',
      title: t('past.at'),
      width: 160,
      render: ({ at }) => <span className="numeric">{dates.moment(at)}</span>,
    },
    {
      key: 'who',
      title: t('past.who'),
      width: 90,
      render: ({ actor }) => (actor === LOCAL_ACTOR ? t('members:thisPc') : actor),
    },
    figure('added'),
    figure('changed'),
    figure('same'),
    figure('leftOut'),
    { key: 'state', title: t('past.state'), width: 200, render: state },
  ]
  return (
    <div className={`${styles.fill} ${styles.preview}`}>
      <PageHeader title={t('past.title')} note={t('past.note')} backTo="/roster" />
      <div className={styles.gridArea}>
        <DataGrid
          label={t('past.title')}
          columns={columns}
          pages={pages}
          rowId={({ id }) => id}
          rowName={({ fileName }) => fileName}
          onOpen={({ id }) => void navigate(`/roster/imports/${id}`)}
          empty={
            <EmptyState
              title={t('past.none')}
              text={t('past.noneText')}
              action={<Button onClick={() => void navigate('/roster')}>{t('title')}</Button>}
            />
          }
        />
      </div>
    </div>
  )
}
