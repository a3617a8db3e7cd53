import { Alert, Checkbox, Switch, Table, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { SheetReading } from '../../../shared/contract/roster'
import type { ColumnConfidence, RosterColumn, RosterSheet } from '../../../shared/model/roster'
import { FieldSelect } from './FieldSelect'
import { HeaderRows } from './HeaderRows'
import { columnsToCheck, fieldsTwice, withField } from './sheet-readings'
import { SkippedRows } from './SkippedRows'
import styles from './roster.module.css'

interface SheetColumnsProps {
  readonly sheet: RosterSheet
  readonly reading: SheetReading
  readonly onChange: (reading: SheetReading) => void
  /** Other header rows were chosen: the columns are to be told anew. */
  readonly onHeader: (headerRows: number[]) => void
}

const colors: Readonly<Record<ColumnConfidence, string>> = { sure: 'success', likely: 'processing', unsure: 'warning' }
const ORDER: readonly ColumnConfidence[] = ['unsure', 'likely', 'sure']

/** One sheet: whether it is read, its header rows, and the meaning of its columns, the least sure first. */
export function SheetColumns({ sheet, reading, onChange, onHeader }: SheetColumnsProps) {
  const { t } = useTranslation(['roster', 'payroll'])
  const twice = fieldsTwice(reading)
  const fieldOf = ({ index }: RosterColumn) => reading.fields?.[String(index)] ?? null
  const isTwice = (column: RosterColumn) => twice.some((field) => field === fieldOf(column))
  const name = ({ heading, letter }: RosterColumn) => (heading === '' ? letter : heading)
  const toCheck = columnsToCheck(sheet).length
  const hidden = sheet.columns.filter((column) => column.hidden)
  const columns = sheet.columns.toSorted(
    (one, other) => ORDER.indexOf(one.confidence) - ORDER.indexOf(other.confidence) || one.index - other.index,
  )

  function setHiddenColumns(read: boolean) {
    onChange(hidden.reduce((known, { index, field }) => withField(known, index, read ? field : null), reading))
  }

  return (
    <div className={styles.stack}>
      <Checkbox checked={reading.use} onChange={({ target }) => onChange({ ...reading, use: target.checked })}>
        {t('useSheet', { count: sheet.rowCount })}
      </Checkbox>
      {sheet.unusedReason !== null && (
        <Alert
          type="info"
          showIcon
          title={t(`unused.${sheet.unusedReason}`)}
          action={sheet.unusedReason === 'duesList' && <Link to="/dues?tab=payroll">{t('payroll:roster')}</Link>}
        />
      )}
      {reading.use && (
        <>
          {sheet.hiddenRowCount > 0 && (
            <label className={styles.switch}>
              <Switch checked={reading.hiddenRows} onChange={(hiddenRows) => onChange({ ...reading, hiddenRows })} />
              {t('hiddenRows', { count: sheet.hiddenRowCount })}
            </label>
          )}
          {hidden.length > 0 && (
            <label className={styles.switch}>
              <Switch
                checked={hidden.some((column) => fieldOf(column) !== null)}
                disabled={hidden.every(({ field }) => field === null)}
                onChange={setHiddenColumns}
              />
              {t('hiddenColumns', { count: hidden.length, names: hidden.map(name).join(t('comma')) })}
            </label>
          )}
          <HeaderRows head={sheet.head} headerRows={reading.headerRows} onChange={onHeader} />
          <Alert
            role="status"
            type={toCheck > 0 ? 'warning' : 'success'}
            showIcon
            title={toCheck > 0 ? t('columnsToCheck', { count: toCheck }) : t('columnsKnown')}
            description={t('columnsRemembered')}
          />
          <Table<RosterColumn>
            size="small"
            pagination={false}
            rowKey="index"
            dataSource={columns}
            rowClassName={(column) => (isTwice(column) ? (styles.problem ?? '') : '')}
            scroll={{ x: 860 }}
            columns={[
              { title: t('column.letter'), dataIndex: 'letter', width: 60 },
              {
                title: t('column.heading'),
                width: 200,
                render: (_, column) => (
                  <>
                    {column.heading === '' ? t('column.noHeading') : column.heading}{' '}
                    {column.hidden && <Tag>{t('column.hidden')}</Tag>}
                  </>
                ),
              },
              { title: t('column.samples'), render: (_, { samples }) => samples.join(t('comma')) },
              {
                title: t('column.recognised'),
                width: 190,
                render: (_, { confidence, reason }) => (
                  <>
                    <Tag color={colors[confidence]}>{t(`confidence.${confidence}`)}</Tag>{' '}
                    <span className={styles.quiet}>{t(`reason.${reason}`)}</span>
                  </>
                ),
              },
              {
                title: t('column.field'),
                width: 240,
                render: (_, column) => (
                  <FieldSelect
                    label={t('column.fieldOf', { name: name(column) })}
                    value={fieldOf(column)}
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
