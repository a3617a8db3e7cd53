import { Alert, Button, Checkbox, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RosterImport, RosterOutcome, RosterRow } from '../../../shared/model/roster'
import { api } from '../../client'
import { DataGrid, useRowPages } from '../../components/data-grid'
import { EmptyState } from '../../components/EmptyState'
import { DecideAll } from './DecideAll'
import { RowDetail } from './RowDetail'
import { SaveErrorsButton } from './SaveErrorsButton'
import { useRowColumns } from './use-row-columns'
import styles from './roster.module.css'

interface PreviewStepProps {
  readonly found: RosterImport
  /** Back to the columns; null once the good rows are in the record. */
  readonly onBack: (() => void) | null
  readonly onCommit: () => void
  readonly onDecided: (found: RosterImport) => void
}

const outcomes: readonly RosterOutcome[] = ['new', 'changed', 'same', 'possibleDuplicate', 'conflict', 'error']

/** Row by row what the import would do, before anything is written. */
export function PreviewStep({ found, onBack, onCommit, onDecided }: PreviewStepProps) {
  const { id, counts } = found
  const { t } = useTranslation('roster')
  const [outcome, setOutcome] = useState<RosterOutcome | null>(null)
  const [withIssuesOnly, setWithIssuesOnly] = useState(false)
  const [opened, setOpened] = useState<RosterRow | null>(null)
  const columns = useRowColumns(setOpened)
  const pages = useRowPages<RosterRow>((page) =>
    api.roster.rows.queryOptions({ input: { id, outcome, withIssuesOnly, ...page } }),
  )
  const writable = counts.toWrite
  const held = counts.waiting + counts.leftOut
  return (
    <div className={styles.rows}>
      <div className={styles.bar}>
        <Segmented<RosterOutcome | 'all'>
          aria-label={t('outcomes')}
          value={outcome ?? 'all'}
          onChange={(chosen) => setOutcome(chosen === 'all' ? null : chosen)}
          options={[
            { value: 'all', label: t('outcomeCount', { name: t('outcome.all'), total: counts.rows }) },
            ...outcomes.map((name) => ({
              value: name,
              label: t('outcomeCount', { name: t(`outcome.${name}`), total: counts[name] }),
            })),
          ]}
        />
        <Checkbox checked={withIssuesOnly} onChange={({ target }) => setWithIssuesOnly(target.checked)}>
          {t('withIssuesOnly')}
        </Checkbox>
      </div>
      {outcome === 'conflict' && counts.conflict > 0 && <DecideAll importId={id} onDecided={onDecided} />}
      <div className={styles.gridArea}>
        <DataGrid<RosterRow, string>
          key={`${outcome ?? 'all'}${String(withIssuesOnly)}`}
          label={t('step.preview')}
          columns={columns}
          pages={pages}
          rowId={({ sheet, row }) => `${sheet}!${row}`}
          rowName={({ name, row }) => t('rowName', { name, row })}
          onOpen={setOpened}
          empty={<EmptyState title={t('noSuchRows')} />}
        />
      </div>
      <RowDetail
        importId={id}
        row={opened}
        onClose={() => setOpened(null)}
        onDecided={(read) => {
          setOpened(null)
          onDecided(read)
        }}
      />
      <footer className={styles.footer}>
        {held > 0 && <Alert type="info" showIcon title={t('leftOutHint', { count: held })} />}
        {counts.error > 0 && <SaveErrorsButton importId={id} />}
        {onBack !== null && <Button onClick={onBack}>{t('toColumns')}</Button>}
        <Button type="primary" disabled={writable === 0} onClick={onCommit}>
          {t('commit', { count: writable })}
        </Button>
      </footer>
    </div>
  )
}
