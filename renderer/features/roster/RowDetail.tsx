import { useQuery } from '@tanstack/react-query'
import { Button, Drawer, Switch, Table, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { RosterImportId } from '../../../shared/model/id'
import { rowChoicesSchema, type RosterImport, type RosterRow } from '../../../shared/model/roster'
import { api } from '../../client'
import { ErrorNotice } from '../../components/ErrorNotice'
import { Loading } from '../../components/Loading'
import { Difference } from './Difference'
import { RowRepair } from './RowRepair'
import { useImportActs, type Place } from './use-import-acts'
import { useRosterTexts } from './use-roster-texts'
import styles from './roster.module.css'

interface RowDetailProps {
  readonly importId: RosterImportId
  /** The row that is open; null while none is. */
  readonly place: Place | null
  readonly onOpen: (place: Place | null) => void
  readonly onChanged: (found: RosterImport) => void
}

/** All about one row: what is wrong and how to mend it, the choice where it is not clear, and cell by cell what is written. */
export function RowDetail({ importId, place, onOpen, onChanged }: RowDetailProps) {
  const { t } = useTranslation(['roster', 'common'])
  const input = { id: importId, sheet: place?.sheet ?? '', row: place?.row ?? 1 }
  const row = useQuery(api.roster.row.queryOptions({ input, enabled: place !== null }))
  return (
    <Drawer
      open={place !== null}
      onClose={() => onOpen(null)}
      size={620}
      title={row.data === undefined ? '' : t('rowName', { name: row.data.name, row: row.data.row })}
      closable={{ 'aria-label': t('common:close') }}
      destroyOnHidden
    >
      {row.error !== null && <ErrorNotice error={row.error} onRetry={() => void row.refetch()} />}
      {row.data === undefined ? (
        <Loading />
      ) : (
        <RowContent
          key={`${row.data.sheet}!${row.data.row}`}
          importId={importId}
          row={row.data}
          onOpen={onOpen}
          onChanged={onChanged}
        />
      )}
    </Drawer>
  )
}

interface RowContentProps {
  readonly importId: RosterImportId
  readonly row: RosterRow
  readonly onOpen: (place: Place) => void
  readonly onChanged: (found: RosterImport) => void
}

function RowContent({ importId, row, onOpen, onChanged }: RowContentProps) {
  const { t } = useTranslation(['roster', 'fields'])
  const texts = useRosterTexts()
  const { decide, chooseCells, isBusy } = useImportActs(importId, onChanged)
  const repeatsOnly = row.issues.some(({ code }) => code === 'id_duplicate_in_file')
  const decisions = row.conflict !== null ? DECISIONS : repeatsOnly ? MERGING : []

  function setWritten(field: RosterRow['changes'][number]['field'], written: boolean) {
    const stated = row.changes.filter((change) => change.field !== 'name')
    chooseCells(
      row,
      rowChoicesSchema.parse(
        Object.fromEntries(stated.map((change) => [change.field, change.field === field ? written : change.written])),
      ),
    )
  }

  return (
    <div className={styles.stack}>
      {decisions.length > 0 && (
        <section className={styles.panel}>
          {row.conflict !== null && <p>{texts.conflict(row)}</p>}
          {row.memberId !== null && <Link to={`/members/${row.memberId}`}>{t('seeMember')}</Link>}
          <div className={styles.bar}>
            {decisions.map((decision) => (
              <Button
                key={decision}
                loading={isBusy}
                type={row.decision === decision ? 'primary' : 'default'}
                aria-pressed={row.decision === decision}
                onClick={() => decide([row], row.decision === decision ? null : decision)}
              >
                {t(repeatsOnly && decision === 'update' ? 'decision.merge' : `decision.${decision}`)}
              </Button>
            ))}
          </div>
        </section>
      )}
      {row.issues.length > 0 && (
        <section>
          <h2>{t('row.issues')}</h2>
          <ul className={styles.skipped}>
            {row.issues.map((issue, index) => (
              <li key={index}>{texts.issue(issue, row.sheet)}</li>
            ))}
          </ul>
        </section>
      )}
      <RowRepair importId={importId} row={row} onOpen={onOpen} onChanged={onChanged} />
      <section className={styles.stack}>
        <div className={styles.bar}>
          <h2 className={styles.grow}>{t('row.changes')}</h2>
          {decisions.length === 0 && row.outcome !== 'error' && (
            <label className={styles.switch}>
              <Switch
                checked={row.decision !== 'leaveOut'}
                loading={isBusy}
                onChange={(checked) => decide([row], checked ? null : 'leaveOut')}
              />
              {t('writeRow')}
            </label>
          )}
        </div>
        <Table
          size="small"
          pagination={false}
          rowKey="field"
          dataSource={row.changes}
          locale={{ emptyText: t('noChanges') }}
          columns={[
            {
              title: t('row.field'),
              render: (_, { field }) => (
                <>
                  {t(`fields:member.${field}`)} {row.typed.includes(field) && <Tag>{t('typed')}</Tag>}
                </>
              ),
            },
            {
              title: t('row.value'),
              render: (_, { field, before, after, written }) => (
                <Difference
                  before={before === null ? null : texts.shown(field, before)}
                  after={texts.shown(field, after)}
                  written={written}
                />
              ),
            },
            {
              title: t('row.written'),
              width: 100,
              render: (_, { field, written }) =>
                field === 'name' && row.memberId === null ? null : (
                  <Switch
                    size="small"
                    checked={written}
                    disabled={field === 'name' || row.outcome === 'error'}
                    loading={isBusy}
                    aria-label={t('choices.write', { name: t(`fields:member.${field}`) })}
                    onChange={(checked) => setWritten(field, checked)}
                  />
                ),
            },
          ]}
        />
      </section>
      {row.unchanged.length > 0 && (
        <section>
          <h2>{t('unchanged')}</h2>
          <dl className={styles.unchanged}>
            {row.unchanged.map(({ field, value }) => (
              <div key={field}>
                <dt>{t(`fields:member.${field}`)}</dt>
                <dd>{texts.shown(field, value)}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </div>
  )
}

const DECISIONS = ['update', 'addAsNew', 'leaveOut'] as const
/** A row that repeats an ID number is one with the first, or stays out. */
const MERGING = ['update', 'leaveOut'] as const
