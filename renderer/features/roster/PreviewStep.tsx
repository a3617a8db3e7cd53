import { Alert, Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RosterImport, RosterOutcome, RosterRow } from '../../../shared/model/roster'
import { api } from '../../client'
import { DataGrid, useRowPages } from '../../components/data-grid'
import { EmptyState } from '../../components/EmptyState'
import { ColumnChoices } from './ColumnChoices'
import { DecideAll } from './DecideAll'
import { OutcomeTiles } from './OutcomeTiles'
import { RowDetail } from './RowDetail'
import { SaveErrorsButton } from './SaveErrorsButton'
import { useImportActs, type Place } from './use-import-acts'
import { useRowColumns } from './use-row-columns'
import styles from './roster.module.css'

interface PreviewStepProps {
  readonly found: RosterImport
  /** Back to the step before; null once the good rows are in the record. */
  readonly onBack: (() => void) | null
  readonly onCommit: () => void
  readonly onChanged: (found: RosterImport) => void
}

/** What the import would do, before anything is written: counts first, then rows, then the cells of a row. */
export function PreviewStep({ found, onBack, onCommit, onChanged }: PreviewStepProps) {
  const { id, counts, sheets } = found
  const { t } = useTranslation('roster')
  const [outcome, setOutcome] = useState<RosterOutcome | null>(null)
  const [withIssuesOnly, setWithIssuesOnly] = useState(false)
  const [opened, setOpened] = useState<Place | null>(null)
  const { decide } = useImportActs(id, onChanged)
  const columns = useRowColumns(sheets.filter(({ use }) => use).length > 1, setOpened)
  const pages = useRowPages<RosterRow>((page) =>
    api.roster.rows.queryOptions({ input: { id, outcome, withIssuesOnly, ...page } }),
  )
  const held = counts.waiting + counts.leftOut
  const hidden = pages.total === null ? 0 : counts.rows - pages.total

  function show(shown: RosterOutcome | null, issuesOnly: boolean) {
    setOutcome(shown)
    setWithIssuesOnly(issuesOnly)
  }

  return (
    <div className={styles.rows}>
      <OutcomeTiles counts={counts} chosen={outcome} onChoose={(chosen) => show(chosen, withIssuesOnly)} />
      <div className={styles.bar}>
        <ColumnChoices found={found} onChanged={onChanged} />
        <Checkbox checked={withIssuesOnly} onChange={({ target }) => show(outcome, target.checked)}>
          {t('withIssuesOnly')}
        </Checkbox>
        <span role="status">{hidden > 0 && t('hidden', { count: hidden })}</span>
        {hidden > 0 && (
          <Button type="link" size="small" onClick={() => show(null, false)}>
            {t('showAll')}
          </Button>
        )}
      </div>
      {(outcome === 'conflict' || outcome === 'possibleDuplicate') && counts[outcome] > 0 && (
        <DecideAll importId={id} outcome={outcome} onDecided={onChanged} />
      )}
      <div className={styles.gridArea}>
        <DataGrid<RosterRow, string>
          key={`${outcome ?? 'all'}${String(withIssuesOnly)}`}
          label={t('step.preview')}
          columns={columns}
          pages={pages}
          rowId={({ sheet, row }) => `${sheet}!${row}`}
          rowName={({ name, row }) => t('rowName', { name, row })}
          onOpen={setOpened}
          rowKeys={{ ' ': (row) => decide([row], row.decision === 'leaveOut' ? null : 'leaveOut') }}
          empty={<EmptyState title={t('noSuchRows')} />}
        />
      </div>
      <p className={styles.quiet}>{t('previewKeys')}</p>
      <RowDetail importId={id} place={opened} onOpen={setOpened} onChanged={onChanged} />
      <footer className={styles.footer}>
        {held > 0 && <Alert type="info" showIcon title={t('leftOutHint', { count: held })} />}
        {held > 0 && <SaveErrorsButton importId={id} />}
        {onBack !== null && <Button onClick={onBack}>{t('back')}</Button>}
        <Button type="primary" disabled={counts.toWrite === 0} onClick={onCommit}>
          {t('commit', { count: counts.toWrite })}
        </Button>
      </footer>
    </div>
  )
}
