import { DownOutlined, UpOutlined } from '@ant-design/icons'
import { Button, Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import { allColumns, moved, sheetColumns, toggled, type ExportColumn } from './export-columns'
import styles from './roster.module.css'

interface ExportColumnsProps {
  readonly columns: readonly ExportColumn[]
  readonly onChange: (columns: readonly ExportColumn[]) => void
}

/** Which columns are saved, and in which order. */
export function ExportColumns({ columns, onChange }: ExportColumnsProps) {
  const { t } = useTranslation(['roster', 'fields'])
  return (
    <div className={styles.columns}>
      <section aria-label={t('export.columns')} className={styles.choice}>
        <p>{t('export.columns')}</p>
        <div className={styles.bar}>
          <Button size="small" onClick={() => onChange(sheetColumns)}>
            {t('export.sheetColumns')}
          </Button>
          <Button size="small" onClick={() => onChange(allColumns)}>
            {t('export.allColumns')}
          </Button>
        </div>
        <div className={styles.groups}>
          {allColumns.map((column) => (
            <Checkbox
              key={column}
              checked={columns.includes(column)}
              onChange={() => onChange(toggled(columns, column))}
            >
              {t(`fields:member.${column}`)}
            </Checkbox>
          ))}
        </div>
      </section>
      <section aria-label={t('export.order')} className={styles.order}>
        <p>{t('export.order')}</p>
        <ol>
          {columns.map((column, place) => {
            const name = t(`fields:member.${column}`)
            return (
              <li key={column}>
                <span className={styles.grow}>{name}</span>
                <Button
                  size="small"
                  type="text"
                  icon={<UpOutlined />}
                  disabled={place === 0}
                  aria-label={t('export.moveUp', { name })}
                  onClick={() => onChange(moved(columns, column, -1))}
                />
                <Button
                  size="small"
                  type="text"
                  icon={<DownOutlined />}
                  disabled={place === columns.length - 1}
                  aria-label={t('export.moveDown', { name })}
                  onClick={() => onChange(moved(columns, column, 1))}
                />
              </li>
            )
          })}
        </ol>
      </section>
    </div>
  )
}
