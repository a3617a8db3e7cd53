import { Table, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ParticipationFigures } from '../../../shared/contract/insights/participation'
import type { GroupBy, InsightPeriod } from '../../../shared/model/insights'
import { FigureLink } from './FigureLink'
import { participants } from './people-path'
import { useInsightTexts } from './use-insight-texts'

type Row = ParticipationFigures & { readonly value: string }

interface GroupTableProps {
  readonly by: GroupBy
  readonly rows: readonly Row[]
  readonly period: InsightPeriod
}

/** Of each group, how many came at least once and how many never; each number opens its people. */
export function GroupTable({ by, rows, period }: GroupTableProps) {
  const { t } = useTranslation('insights')
  const texts = useInsightTexts()
  const link = (row: Row, came: 'any' | 'came' | 'never', count: number) => {
    const name = texts.group(by, row.value)
    return (
      <FigureLink
        filter={participants(period, { came, group: { [by]: row.value } })}
        title={t('listOf', { group: name, what: t(`came.${came}`) })}
      >
        {count}
      </FigureLink>
    )
  }
  const columns: TableColumnsType<Row> = [
    { title: t(`by.${by}`), render: (_, { value }) => texts.group(by, value) },
    { title: t('column.members'), align: 'right', render: (_, row) => link(row, 'any', row.members) },
    { title: t('column.came'), align: 'right', render: (_, row) => link(row, 'came', row.came) },
    { title: t('column.rate'), align: 'right', render: (_, row) => texts.share(row.came, row.members) },
    { title: t('column.never'), align: 'right', render: (_, row) => link(row, 'never', row.members - row.came) },
    { title: t('column.attendances'), align: 'right', render: (_, { attendances }) => attendances },
  ]
  return (
    <Table
      rowKey="value"
      size="small"
      pagination={false}
      scroll={{ x: 420 }}
      columns={columns}
      dataSource={[...rows]}
    />
  )
}
