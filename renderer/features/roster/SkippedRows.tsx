import { Collapse } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RosterSheet } from '../../../shared/model/roster'
import styles from './roster.module.css'

/** The rows of a sheet that are no members, each with the reason, so that none vanishes unseen. */
export function SkippedRows({ rows }: { readonly rows: RosterSheet['skippedRows'] }) {
  const { t } = useTranslation('roster')
  if (rows.length === 0) return null
  return (
    <Collapse
      size="small"
      items={[
        {
          key: 'rows',
          label: t('skipped', { count: rows.length }),
          children: (
            <ul className={styles.skipped}>
              {rows.map(({ row, reason, text }) => (
                <li key={row}>
                  {t('skippedRow', { row, reason: t(`skippedReason.${reason}`) })} <q>{text}</q>
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  )
}
