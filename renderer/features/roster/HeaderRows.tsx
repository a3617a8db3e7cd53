import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RosterSheet } from '../../../shared/model/roster'
import styles from './roster.module.css'

const HEADER_ROWS_MAX = 3

interface HeaderRowsProps {
  readonly head: RosterSheet['head']
  readonly headerRows: readonly number[]
  readonly onChange: (headerRows: number[]) => void
}

/** The first rows of a sheet as they stand; up to three of them are marked as its header. */
export function HeaderRows({ head, headerRows, onChange }: HeaderRowsProps) {
  const { t } = useTranslation('roster')
  return (
    <div>
      <h2>{t('headerRows')}</h2>
      <p className={styles.quiet}>{t('headerRowsHint')}</p>
      <div className={styles.head} tabIndex={0} role="region" aria-label={t('headerRows')}>
        <table>
          <tbody>
            {head.map(({ row, cells }) => {
              const chosen = headerRows.includes(row)
              return (
                <tr key={row} className={chosen ? styles.headerRow : undefined}>
                  <th scope="row">
                    <Checkbox
                      checked={chosen}
                      disabled={!chosen && headerRows.length >= HEADER_ROWS_MAX}
                      aria-label={t('headerRow', { row })}
                      onChange={({ target }) =>
                        onChange(
                          target.checked
                            ? [...headerRows, row].sort((a, b) => a - b)
                            : headerRows.filter((other) => other !== row),
                        )
                      }
                    >
                      {row}
                    </Checkbox>
                  </th>
                  {cells.map((cell, index) => (
                    <td key={index}>{cell}</td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </div>
  )
}
