import { Button, Drawer, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { RosterImportId } from '../../../shared/model/id'
import type { RosterImport, RosterRow } from '../../../shared/model/roster'
import { useDecide } from './use-decide'
import { useRosterTexts } from './use-roster-texts'
import styles from './roster.module.css'

interface RowDetailProps {
  readonly importId: RosterImportId
  /** Null while no row is open. */
  readonly row: RosterRow | null
  readonly onClose: () => void
  readonly onDecided: (found: RosterImport) => void
}

/** All about one row: what would be written, what is wrong, and the choice where it is not clear. */
export function RowDetail({ importId, row, onClose, onDecided }: RowDetailProps) {
  const { t } = useTranslation(['roster', 'fields', 'common'])
  const texts = useRosterTexts()
  const { decide, isDeciding } = useDecide(importId, onDecided)
  return (
    <Drawer
      open={row !== null}
      onClose={onClose}
      size={560}
      title={row === null ? '' : t('rowName', { name: row.name, row: row.row })}
      closable={{ 'aria-label': t('common:close') }}
    >
      {row !== null && (
        <div className={styles.stack}>
          {row.conflict !== null && (
            <section className={styles.panel}>
              <p>{texts.conflict(row)}</p>
              {row.memberId !== null && <Link to={`/members/${row.memberId}`}>{t('seeMember')}</Link>}
              <div className={styles.bar}>
                {(['update', 'addAsNew', 'leaveOut'] as const).map((decision) => (
                  <Button
                    key={decision}
                    loading={isDeciding}
                    type={row.decision === decision ? 'primary' : 'default'}
                    onClick={() => decide([{ sheet: row.sheet, row: row.row }], decision)}
                  >
                    {t(`decision.${decision}`)}
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
          <section>
            <h2>{t('row.changes')}</h2>
            <Table
              size="small"
              pagination={false}
              rowKey="field"
              dataSource={row.changes}
              locale={{ emptyText: t('noChanges') }}
              columns={[
                { title: t('row.field'), render: (_, { field }) => t(`fields:member.${field}`) },
                { title: t('before'), render: (_, { field, before }) => texts.shown(field, before) },
                { title: t('after'), render: (_, { field, after }) => texts.shown(field, after) },
              ]}
            />
          </section>
        </div>
      )}
    </Drawer>
  )
}
