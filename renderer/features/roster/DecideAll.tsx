import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RosterImportId } from '../../../shared/model/id'
import type { RosterImport } from '../../../shared/model/roster'
import { api } from '../../client'
import { useImportActs } from './use-import-acts'
import styles from './roster.module.css'

/** As many rows as one click settles; more than that deserve a closer look. */
const ALL_AT_ONCE = 500

interface DecideAllProps {
  readonly importId: RosterImportId
  readonly outcome: 'possibleDuplicate' | 'conflict'
  readonly onDecided: (found: RosterImport) => void
}

/** One choice for all rows of an outcome that are not settled yet. */
export function DecideAll({ importId, outcome, onDecided }: DecideAllProps) {
  const { t } = useTranslation('roster')
  const { decide, isBusy } = useImportActs(importId, onDecided)
  const input = { id: importId, outcome, withIssuesOnly: false, offset: 0, limit: ALL_AT_ONCE }
  const rows = useQuery(api.roster.rows.queryOptions({ input }))
  const undecided = rows.data?.rows.filter(({ decision }) => decision === null) ?? []
  if (undecided.length === 0) return null
  return (
    <div className={styles.bar}>
      <span>{t('undecided', { count: undecided.length })}</span>
      {(['update', 'addAsNew', 'leaveOut'] as const).map((decision) => (
        <Button key={decision} loading={isBusy} onClick={() => decide(undecided, decision)}>
          {t(`decideAll.${decision}`)}
        </Button>
      ))}
    </div>
  )
}
