import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Form, Select, Table, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { limitTables } from '../../../../shared/codes/limits'
import type { SpendingLimit } from '../../../../shared/model/fund'
import type { LimitTable } from '../../../../shared/model/limit'
import type { LimitItem } from '../../../../shared/model/limit-item'
import { dayOf } from '../../../../shared/rules/date'
import { adoptionOf } from '../../../../shared/rules/funds/limit-tables'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormDialog } from '../../../components/FormDialog'
import { FormField } from '../../../components/FormField'
import panel from '../../../components/panel.module.css'
import { PartialDateInput } from '../../../components/PartialDateInput'
import { useUndo } from '../../../components/use-undo'
import { formatYuan } from '../../../components/yuan'
import styles from '../funds.module.css'
import { dayOfText } from './limit-draft'

type Row = LimitTable['rows'][number]

interface AdoptDialogProps {
  /** The limits that the branch goes by so far. */
  readonly own: readonly SpendingLimit[]
  readonly onClose: () => void
}

const keyOf = ({ item, per }: Row) => `${item} ${per}`

/** Items of a table that have an amount, thus can be taken over. */
const itemsOf = (table: LimitTable | undefined): LimitItem[] => [
  ...new Set((table?.rows ?? []).filter(({ amount }) => amount !== null).map(({ item }) => item)),
]

/** Takes limits over from a region's or employer's table, from a day on. */
export function AdoptDialog({ own, onClose }: AdoptDialogProps) {
  const { t } = useTranslation(['limits', 'funds'])
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const [key, setKey] = useState<string | null>(null)
  const [items, setItems] = useState<readonly LimitItem[]>([])
  const [from, setFrom] = useState(() => `${dayOf(new Date()).slice(0, 4)}-01-01`)
  const [tried, setTried] = useState(false)
  const table = limitTables.find((candidate) => candidate.key === key)
  const day = dayOfText(from)
  const adopt = useMutation(
    api.funds.limits.adopt.mutationOptions({
      onSuccess: ({ batchId }) => {
        offerUndo(t('adopted', { region: table?.region ?? '' }), batchId)
        onClose()
        return queryClient.invalidateQueries()
      },
    }),
  )
  const adoption = table === undefined || day === null ? null : adoptionOf(table, items, own, day)
  const replaced = (adoption?.ended.length ?? 0) + (adoption?.removed.length ?? 0)

  function choose(chosen: string) {
    setKey(chosen)
    setItems(itemsOf(limitTables.find((candidate) => candidate.key === chosen)))
  }

  /** Limits of one item belong together, so that either all of them are taken over or none. */
  function toggle(rows: readonly Row[]) {
    const chosen = new Set(rows.map(keyOf))
    const isToggled = (item: LimitItem) =>
      table?.rows.some(
        (row) => row.item === item && row.amount !== null && chosen.has(keyOf(row)) !== items.includes(item),
      ) === true
    setItems(itemsOf(table).filter((item) => items.includes(item) !== isToggled(item)))
  }

  return (
    <FormDialog
      title={t('adopt')}
      width={860}
      dirty={key !== null}
      busy={adopt.isPending}
      onSave={() => {
        setTried(true)
        if (table !== undefined && day !== null && items.length > 0) {
          adopt.mutate({ table: table.key, items: [...items], from: day })
        }
      }}
      onClose={onClose}
    >
      <Form component={false} layout="vertical">
        <div className={styles.pair}>
          <FormField label={t('table')} error={tried && table === undefined ? t('problem.table') : null} required>
            {(control) => (
              <Select<string>
                {...control}
                showSearch={{ optionFilterProp: 'label' }}
                value={key}
                onChange={choose}
                options={limitTables.map(({ key: value, region }) => ({ value, label: region }))}
              />
            )}
          </FormField>
          <FormField
            label={t('from')}
            hint={t('hint.from')}
            error={tried && day === null ? t('problem.validFrom') : null}
            required
          >
            {(control) => <PartialDateInput {...control} value={from} onChange={setFrom} />}
          </FormField>
        </div>
        {table !== undefined && (
          <>
            <p>
              <Tag color={table.sure === 'text' ? 'success' : table.sure === 'weak' ? 'error' : 'warning'}>
                {t(`sure.${table.sure}`)}
              </Tag>
              {table.source}
            </p>
            {table.note !== null && <p className={panel.quiet}>{table.note}</p>}
            {table.duesOnTime && <Alert type="info" showIcon title={t('duesOnTime')} />}
            <Table<Row>
              size="small"
              pagination={false}
              scroll={{ y: 280 }}
              rowKey={keyOf}
              dataSource={table.rows}
              rowSelection={{
                selectedRowKeys: table.rows
                  .filter(({ item, amount }) => amount !== null && items.includes(item))
                  .map(keyOf),
                getCheckboxProps: ({ amount, item }) => ({
                  disabled: amount === null,
                  'aria-label': t(`funds:limitItem.${item}`),
                }),
                onChange: (_, rows) => toggle(rows),
              }}
              columns={[
                { title: t('item'), width: 190, render: (_, { item }) => t(`funds:limitItem.${item}`) },
                {
                  title: t('limit'),
                  width: 190,
                  render: (_, { amount, per }) =>
                    amount === null ? t('noAmount') : t(`amountPer.${per}`, { amount: formatYuan(amount) }),
                },
                { title: t('note'), dataIndex: 'note' },
              ]}
            />
            {tried && items.length === 0 && <p className={styles.wrong}>{t('problem.items')}</p>}
            {replaced > 0 && <Alert type="warning" showIcon title={t('replaces', { count: replaced })} />}
          </>
        )}
      </Form>
      {adopt.isError && <ErrorNotice error={adopt.error} />}
    </FormDialog>
  )
}
