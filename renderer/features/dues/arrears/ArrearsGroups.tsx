import { Table, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ArrearsOverview } from '../../../../shared/contract/dues/arrears'
import { arrearsBandSchema, type ArrearsBand } from '../../../../shared/model/arrears'
import type { Fen } from '../../../../shared/model/money'
import panel from '../../../components/panel.module.css'
import { formatYuan } from '../../../components/yuan'
import styles from './arrears.module.css'
import { hasBand, useArrearsTexts } from './use-arrears-texts'
import type { ArrearsParams } from './use-debtor-filter'

interface ArrearsGroupsProps {
  readonly overview: ArrearsOverview
  readonly onOpen: (filter: Partial<ArrearsParams>) => void
}

type Group = ArrearsOverview['groups'][number]
interface Sum {
  readonly members: number
  readonly amount: Fen
}

/** Arrears by 分会 and 小组 and by length; each figure opens its people. */
export function ArrearsGroups({ overview: { groups, bands, total, terms }, onOpen }: ArrearsGroupsProps) {
  const { t } = useTranslation(['arrears', 'fields'])
  const texts = useArrearsTexts()
  const shown = arrearsBandSchema.options.filter((band) => hasBand(band, terms))

  function cell({ members, amount }: Sum, filter: Partial<ArrearsParams>) {
    if (members === 0) return null
    return (
      <button type="button" className={`${styles.link ?? ''} numeric`} onClick={() => onOpen(filter)}>
        {t('cell', { members, amount: formatYuan(amount) })}
      </button>
    )
  }

  /** An empty text stands for who has none. */
  const placeOf = ({ department, unionGroup }: Group) => ({
    department: department ?? '',
    unionGroup: unionGroup ?? '',
  })
  const sumOf = (sums: readonly (Sum & { readonly band: ArrearsBand })[], band: ArrearsBand) =>
    sums.find((sum) => sum.band === band)
  const columns: TableColumnsType<Group> = [
    {
      title: t('filter.department'),
      width: 180,
      render: (_, { department }) => department ?? t('filter.noDepartment'),
    },
    { title: t('filter.unionGroup'), width: 140, render: (_, { unionGroup }) => unionGroup ?? t('filter.noGroup') },
    ...shown.map((band) => ({
      title: texts.band(band, terms),
      width: 150,
      align: 'right' as const,
      render: (_: unknown, group: Group) => {
        const sum = sumOf(group.bands, band)
        return sum === undefined ? null : cell(sum, { ...placeOf(group), band })
      },
    })),
    { title: t('column.total'), width: 150, align: 'right', render: (_, group) => cell(group, placeOf(group)) },
  ]
  return (
    <>
      <p className={panel.quiet}>{t('bandHint')}</p>
      <Table<Group>
        rowKey={(group) => JSON.stringify(placeOf(group))}
        size="middle"
        columns={columns}
        dataSource={groups}
        pagination={groups.length > 100 ? { pageSize: 100, showSizeChanger: false } : false}
        locale={{ emptyText: t('nobody') }}
        scroll={{ x: 900 }}
        summary={() => (
          <Table.Summary.Row>
            <Table.Summary.Cell index={0} colSpan={2}>
              <strong>{t('column.total')}</strong>
            </Table.Summary.Cell>
            {shown.map((band, place) => {
              const sum = sumOf(bands, band)
              return (
                <Table.Summary.Cell key={band} index={place + 2} align="right">
                  {sum !== undefined && cell(sum, { band })}
                </Table.Summary.Cell>
              )
            })}
            <Table.Summary.Cell index={shown.length + 2} align="right">
              {cell(total, {})}
            </Table.Summary.Cell>
          </Table.Summary.Row>
        )}
      />
    </>
  )
}
