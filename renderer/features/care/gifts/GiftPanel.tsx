import { useTranslation } from 'react-i18next'
import type { GiftLine } from '../../../../shared/contract/care/gifts'
import { dayOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import { DataGrid, useRowPages, type GridColumn } from '../../../components/data-grid'
import { EmptyState } from '../../../components/EmptyState'
import { Money } from '../../../components/Money'
import panel from '../../../components/panel.module.css'
import { useWhoColumns } from '../../members/use-who-columns'

/** The register of what members were given. */
export function GiftPanel() {
  const { t } = useTranslation(['gifts', 'funds'])
  const who = useWhoColumns<GiftLine>({ name: 110, department: 160 })
  const year = dayOf(new Date()).slice(0, 4)
  const pages = useRowPages<GiftLine>((page) => api.care.gifts.list.queryOptions({ input: { year, ...page } }))
  const columns: GridColumn<GiftLine>[] = [
    { key: 'on', title: t('on'), width: 105, render: ({ on }) => on },
    who.name,
    who.department,
    { key: 'kind', title: t('kind'), width: 150, render: ({ kind }) => t(`funds:limitItem.${kind}`) },
    { key: 'what', title: t('what'), width: 200, render: ({ occasion, goods }) => goods ?? occasion },
    { key: 'form', title: t('form'), width: 110, render: ({ form }) => t(`funds:form.${form}`) },
    { key: 'amount', title: t('amount'), width: 110, align: 'end', render: ({ amount }) => <Money fen={amount} /> },
  ]
  return (
    <div className={panel.fill}>
      <div className={panel.gridArea}>
        <DataGrid
          label={t('register')}
          columns={columns}
          pages={pages}
          rowId={({ id }) => id}
          rowName={({ name, kind }) => `${name} ${t(`funds:limitItem.${kind}`)}`}
          empty={<EmptyState title={t('none')} text={t('noneText')} />}
        />
      </div>
    </div>
  )
}
