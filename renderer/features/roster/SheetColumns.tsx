import { CheckOutlined } from '@ant-design/icons'
import { Alert, Checkbox, Table, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import type { SheetReading } from '../../../shared/contract/roster'
import type { RosterColumn, RosterSheet } from '../../../shared/model/roster'
import { FieldSelect } from './FieldSelect'
import { HeaderRows } from './HeaderRows'
import { fieldsTwice, withField } from './sheet-readings'
import { SkippedRows } from './SkippedRows'
import styles from './roster.module.css'

interface SheetColumnsProps {
  readonly sheet: RosterSheet
  readonly reading: SheetReading
  readonly onChange: (reading: SheetReading) => void
}

/** One sheet: whether it is read, its header rows, and the meaning of its columns. */
export function SheetColumns({ sheet, reading, onChange }: SheetColumnsProps) {
  const { t } = useTranslation('roster')
  const twice = fieldsTwice(reading)
  const isTwice = ({ index }: RosterColumn) => {
    const field = reading.fields[String(index)]
    return field !== undefined && twice.includes(field)
  }
  return (
    <div className={styles.stack}>
      <Checkbox checked={reading.use} onChange={({ target }) => onChange({ ...reading, use: target.checked })}>
        {t('useSheet', { count: sheet.rowCount })}
      </Checkbox>
      {sheet.unusedReason !== null && <Alert type="info" showIcon title={t(`unused.${sheet.unusedReason}`)} />}
      {sheet.hiddenRowCount > 0 && (
        <Alert type="info" showIcon title={t('hiddenRows', { count: sheet.hiddenRowCount })} />
      )}
      {reading.use && (
        <>
          <HeaderRows
            head={sheet.head}
            headerRows={reading.headerRows}
            onChange={(headerRows) => onChange({ ...reading, headerRows })}
          />
          <Table<RosterColumn>
            size="small"
            pagination={false}
            rowKey="index"
            dataSource={sheet.columns}
            rowClassName={(column) => (isTwice(column) ? (styles.problem ?? '') : '')}
            scroll={{ x: 860 }}
            columns={[
              { title: t('column.letter'), dataIndex: 'letter', width: 70 },
              {
                title: t('column.heading'),
                width: 220,
                render: (_, { heading, hidden }) => (
                  <>
                    {heading === '' ? t('column.noHeading') : heading} {hidden && <Tag>{t('column.hidden')}</Tag>}
                  </>
                ),
              },
              { title: t('column.samples'), render: (_, { samples }) => samples.join(t('comma')) },
              {
                title: t('column.recognised'),
                width: 110,
                render: (_, { field }) =>
                  field === null ? (
                    <span className={styles.quiet}>{t('recognised.no')}</span>
                  ) : (
                    <span>
                      <CheckOutlined aria-hidden="true" className={styles.recognised ?? ''} /> {t('recognised.yes')}
                    </span>
                  ),
              },
              {
                title: t('column.field'),
                width: 240,
                render: (_, column) => (
                  <FieldSelect
                    label={t('column.fieldOf', { name: column.heading === '' ? column.letter : column.heading })}
                    value={reading.fields[String(column.index)] ?? null}
                    twice={isTwice(column)}
                    onChange={(field) => onChange(withField(reading, column.index, field))}
                  />
                ),
              },
            ]}
          />
          <SkippedRows rows={sheet.skippedRows} />
        </>
      )}
    </div>
  )
}
