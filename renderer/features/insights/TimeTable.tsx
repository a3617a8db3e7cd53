import { Table, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ParticipationTime } from '../../../shared/contract/insights/participation'
import { FigureLink } from './FigureLink'
import { participants } from './people-path'
import { useInsightTexts } from './use-insight-texts'

interface TimeTableProps {
  readonly rows: readonly ParticipationTime[]
  readonly name: (time: ParticipationTime) => string
}

/** Who came in each of some months or years. */
export function TimeTable({ rows, name }: TimeTableProps) {
  const { t } = useTranslation('insights')
  const texts = useInsightTexts()
  const columns: TableColumnsType<ParticipationTime> = [
    { title: t('column.time'), render: (_, time) => name(time) },
    { title: t('column.activities'), align: 'right', dataIndex: 'activities' },
    { title: t('column.members'), align: 'right', dataIndex: 'members' },
    {
      title: t('column.came'),
      align: 'right',
      render: (_, { from, until, came, ...time }) =>
        came === 0 ? (
          0
        ) : (
          <FigureLink
            filter={participants({ from, until }, { came: 'came' })}
            title={t('listOf', { group: name({ from, until, came, ...time }), what: t('came.came') })}
          >
            {came}
          </FigureLink>
        ),
    },
    { title: t('column.rate'), align: 'right', render: (_, { came, members }) => texts.share(came, members) },
    { title: t('column.attendances'), align: 'right', dataIndex: 'attendances' },
  ]
  return (
    <Table rowKey="from" size="small" pagination={false} scroll={{ x: 440 }} columns={columns} dataSource={[...rows]} />
  )
}
