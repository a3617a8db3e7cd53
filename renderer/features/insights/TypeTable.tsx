import { Table, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ActivityTypeFigures } from '../../../shared/contract/insights/participation'
import type { InsightPeriod } from '../../../shared/model/insights'
import { FigureLink } from './FigureLink'
import { participants } from './people-path'
import { useInsightTexts } from './use-insight-texts'

interface TypeTableProps {
  readonly rows: readonly ActivityTypeFigures[]
  readonly members: number
  readonly period: InsightPeriod
}

/** Of each kind of activity, how often it was held and who came; each number of people opens them. */
export function TypeTable({ rows, members, period }: TypeTableProps) {
  const { t } = useTranslation('insights')
  const texts = useInsightTexts()
  const columns: TableColumnsType<ActivityTypeFigures> = [
    { title: t('column.type'), render: (_, { type }) => texts.type(type) },
    { title: t('column.activities'), align: 'right', dataIndex: 'activities' },
    {
      title: t('column.came'),
      align: 'right',
      render: (_, { type, came }) => (
        <FigureLink
          filter={participants(period, { came: 'came', type })}
          title={t('listOf', { group: texts.type(type), what: t('came.came') })}
        >
          {came}
        </FigureLink>
      ),
    },
    { title: t('column.rate'), align: 'right', render: (_, { came }) => texts.share(came, members) },
    { title: t('column.attendances'), align: 'right', dataIndex: 'attendances' },
    {
      title: t('column.missed'),
      align: 'right',
      render: (_, { type, missed }) =>
        missed === 0 ? (
          0
        ) : (
          <FigureLink
            filter={participants(period, { came: 'missed', type })}
            title={t('listOf', { group: texts.type(type), what: t('came.missed') })}
          >
            {missed}
          </FigureLink>
        ),
    },
  ]
  return (
    <Table rowKey="type" size="small" pagination={false} scroll={{ x: 480 }} columns={columns} dataSource={[...rows]} />
  )
}
