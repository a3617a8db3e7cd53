import { Button, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RosterOutcome, RosterRow } from '../../../shared/model/roster'
import type { GridColumn } from '../../components/data-grid'
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

/** The columns of the preview. */
export function useRowColumns(onOpen: (row: RosterRow) => void): readonly GridColumn<RosterRow>[] {
  const { t } = useTranslation('roster')
  const texts = useRosterTexts()
  return [
    { key: 'sheet', title: t('row.sheet'), width: 100, render: ({ sheet }) => texts.sheetName(sheet) },
    { key: 'row', title: t('row.row'), width: 70, align: 'end', render: ({ row }) => row },
    {
      key: 'name',
      title: t('row.name'),
      width: 120,
      render: (row) => (
        <Button type="link" size="small" tabIndex={-1} className={styles.rowName ?? ''} onClick={() => onOpen(row)}>
          {row.name === '' ? t('noName') : row.name}
        </Button>
      ),
    },
    {
      key: 'outcome',
      title: t('row.outcome'),
      width: 120,
      render: ({ outcome, decision }) => (
        <Tag color={colors[outcome]}>{decision === null ? t(`outcome.${outcome}`) : t(`decision.${decision}`)}</Tag>
      ),
    },
    { key: 'changes', title: t('row.changes'), width: 300, render: texts.changes },
    {
      key: 'issues',
      title: t('row.issues'),
      width: 360,
      render: (row) =>
        [
          ...(row.conflict === null ? [] : [texts.conflict(row)]),
          ...row.issues.map((issue) => texts.issue(issue, row.sheet)),
        ].join(t('semicolon')),
    },
  ]
}
