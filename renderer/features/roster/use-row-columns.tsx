import { Button, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RosterOutcome, RosterRow } from '../../../shared/model/roster'
import type { GridColumn } from '../../components/data-grid'
import { Difference } from './Difference'
import { useRosterTexts } from './use-roster-texts'
import styles from './roster.module.css'

const colors: Readonly<Record<RosterOutcome, string>> = {
  new: 'success',
  changed: 'processing',
  same: 'default',
  possibleDuplicate: 'warning',
  conflict: 'warning',
  error: 'error',
}

/**
 * The columns of the preview.
 * @param severalSheets rows of more than one sheet are told apart by it
 */
export function useRowColumns(
  severalSheets: boolean,
  onOpen: (row: RosterRow) => void,
): readonly GridColumn<RosterRow>[] {
  const { t } = useTranslation(['roster', 'fields'])
  const texts = useRosterTexts()
  const sheet: GridColumn<RosterRow> = {
    key: 'sheet',
    title: t('row.sheet'),
    width: 100,
    render: (row) => texts.sheetName(row.sheet),
  }
  return [
    ...(severalSheets ? [sheet] : []),
    { key: 'row', title: t('row.row'), width: 70, align: 'end', render: ({ row }) => row },
    {
      key: 'name',
      title: t('row.name'),
      width: 110,
      render: (row) => (
        <Button type="link" size="small" tabIndex={-1} className={styles.rowName ?? ''} onClick={() => onOpen(row)}>
          {row.name === '' ? t('noName') : row.name}
        </Button>
      ),
    },
    {
      key: 'outcome',
      title: t('row.outcome'),
      width: 130,
      render: ({ outcome, decision }) => (
        <Tag color={decision === 'leaveOut' ? 'default' : colors[outcome]}>
          {decision === null ? t(`outcome.${outcome}`) : t(`decision.${decision}`)}
        </Tag>
      ),
    },
    {
      key: 'changes',
      title: t('row.changes'),
      width: 420,
      render: (row) => (
        <>
          {texts.changes(row).map(({ field, before, after, written }) => (
            <span key={field} className={styles.change}>
              <span className={styles.quiet}>{t(`fields:member.${field}`)}</span>
              <Difference before={before} after={after} written={written} />
            </span>
          ))}
        </>
      ),
    },
    {
      key: 'issues',
      title: t('row.issues'),
      width: 300,
      render: (row) =>
        [
          ...(row.conflict === null ? [] : [texts.conflict(row)]),
          ...row.issues.map((issue) => texts.issue(issue, row.sheet)),
        ].join(t('semicolon')),
    },
  ]
}
