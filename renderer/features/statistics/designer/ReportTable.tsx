import { useTranslation } from 'react-i18next'
import type { Report } from '../../../../shared/contract/statistics'
import type { IndicatorKey, ReportHead } from '../../../../shared/model/statistics'
import styles from '../statistics.module.css'
import { useStatisticsWords } from '../use-statistics-words'

/** A report as it will be written and printed. */
export function ReportTable({ report, label }: { readonly report: Report; readonly label: string }) {
  const { t } = useTranslation('statistics')
  const { words, head, value } = useStatisticsWords()
  const isOfUnits = report.rows[0]?.of === 'department' || report.rows[0]?.of === 'group'
  if (report.rows.length === 0) return <p>{t('design.empty')}</p>

  function keyAt(row: ReportHead, column: ReportHead): IndicatorKey | null {
    if ('key' in column) return column.key
    return 'key' in row ? row.key : report.key
  }

  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={label}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{isOfUnits ? words.department : words.item}</th>
            {report.columns.map((column) => (
              <th key={JSON.stringify(column)} scope="col">
                {head(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.rows.map((row, down) => (
            <tr key={JSON.stringify(row)} className={row.of === 'part' ? styles.part : undefined}>
              <th scope="row">{head(row)}</th>
              {report.columns.map((column, across) => {
                const key = keyAt(row, column)
                const cell = report.cells[down]?.[across] ?? null
                return (
                  <td key={JSON.stringify(column)} className={styles.value}>
                    {key !== null && value(key, cell)}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
