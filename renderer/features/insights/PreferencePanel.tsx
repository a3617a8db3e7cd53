import { useQuery } from '@tanstack/react-query'
import { Segmented, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { groupBySchema, type GroupBy } from '../../../shared/model/insights'
import { api } from '../../client'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { Loading } from '../../components/Loading'
import panel from '../../components/panel.module.css'
import { FigureLink } from './FigureLink'
import { participants } from './people-path'
import { PeriodChoice } from './PeriodChoice'
import { useInsightTexts } from './use-insight-texts'
import { usePeriod } from './use-period'

interface Row {
  readonly value: string
  readonly members: number
  readonly came: readonly number[]
}

/** What each group comes to: of its members, how many came to each kind at least once. */
export function PreferencePanel() {
  const { t } = useTranslation('insights')
  const texts = useInsightTexts()
  const { period, choose } = usePeriod()
  const [by, setBy] = useState<GroupBy>('department')
  const found = useQuery(api.insights.preferences.groups.queryOptions({ input: { by, period } }))
  if (found.isError) return <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
  const columns: TableColumnsType<Row> = [
    { title: t(`by.${by}`), fixed: 'left', width: 140, render: (_, { value }) => texts.group(by, value) },
    { title: t('column.members'), width: 80, align: 'right', dataIndex: 'members' },
    ...(found.data?.types ?? []).map(({ type, activities }, place) => ({
      title: t('preferences.head', { type: texts.type(type), count: activities }),
      width: 130,
      align: 'right' as const,
      render: (_: unknown, { value, members, came }: Row) => {
        const count = came[place] ?? 0
        if (count === 0) return 0
        const group = texts.group(by, value)
        return (
          <>
            <FigureLink
              filter={participants(period, { came: 'came', type, group: { [by]: value } })}
              title={t('listOf', { group, what: texts.type(type) })}
            >
              {count}
            </FigureLink>{' '}
            <span className={panel.quiet}>{texts.share(count, members)}</span>
          </>
        )
      },
    })),
  ]
  return (
    <div className={panel.stack}>
      <div className={panel.bar}>
        <PeriodChoice period={period} onChange={choose} />
        <Segmented
          value={by}
          onChange={setBy}
          options={groupBySchema.options.map((value) => ({ value, label: t(`by.${value}`) }))}
        />
      </div>
      <p className={panel.quiet}>{t('preferences.note')}</p>
      {found.isPending ? (
        <Loading />
      ) : found.data.types.length === 0 ? (
        <EmptyState title={t('noActivities')} text={t('noActivitiesText')} />
      ) : (
        <Table
          rowKey="value"
          size="small"
          pagination={false}
          scroll={{ x: 220 + found.data.types.length * 130 }}
          columns={columns}
          dataSource={[...found.data.groups]}
        />
      )}
    </div>
  )
}
