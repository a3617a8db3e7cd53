import { useQuery } from '@tanstack/react-query'
import { Button, Table, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { QualityOverview } from '../../../shared/contract/insights/quality'
import { api } from '../../client'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { Loading } from '../../components/Loading'
import panel from '../../components/panel.module.css'
import { FigureLink } from './FigureLink'
import { useInsightTexts } from './use-insight-texts'

type Row = QualityOverview['departments'][number]

/** How many records those above would count, and what is wrong with the others, by department. */
export function QualityPanel() {
  const { t } = useTranslation('insights')
  const navigate = useNavigate()
  const texts = useInsightTexts()
  const found = useQuery(api.insights.quality.overview.queryOptions())
  if (found.isError) return <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
  if (found.isPending) return <Loading />
  const { members, sound, faults, departments } = found.data
  if (members === 0) return <EmptyState title={t('nobody')} text={t('nobodyText')} />
  const columns: TableColumnsType<Row> = [
    { title: t('by.department'), width: 160, render: (_, { value }) => texts.group('department', value) },
    { title: t('column.members'), align: 'right', width: 80, dataIndex: 'members' },
    { title: t('quality.sound'), align: 'right', width: 90, dataIndex: 'sound' },
    { title: t('quality.rate'), align: 'right', width: 90, render: (_, row) => texts.share(row.sound, row.members) },
    ...faults.map(({ fault }) => ({
      title: t(`fault.${fault}`),
      align: 'right' as const,
      width: 110,
      render: (_: unknown, row: Row) => {
        const count = row.faults.find((one) => one.fault === fault)?.count ?? 0
        return count === 0 ? (
          0
        ) : (
          <FigureLink
            filter={{ of: 'quality', fault, department: row.value }}
            title={t('listOf', { group: texts.group('department', row.value), what: t(`fault.${fault}`) })}
          >
            {count}
          </FigureLink>
        )
      },
    })),
  ]
  return (
    <div className={panel.stack}>
      <p className={panel.quiet}>{t('quality.note')}</p>
      <dl className={panel.figures}>
        <div>
          <dt>{t('quality.rate')}</dt>
          <dd>
            <strong className="numeric">{texts.share(sound, members)}</strong>
            <span>{t('quality.of', { sound, members })}</span>
          </dd>
        </div>
        <div>
          <dt>{t('quality.toMend')}</dt>
          <dd>
            <strong>
              <FigureLink filter={{ of: 'quality', fault: null, department: null }} title={t('quality.toMend')}>
                {t('peopleCount', { count: members - sound })}
              </FigureLink>
            </strong>
          </dd>
        </div>
        {faults.map(({ fault, count }) => (
          <div key={fault}>
            <dt>{t(`fault.${fault}`)}</dt>
            <dd>
              <strong>
                <FigureLink filter={{ of: 'quality', fault, department: null }} title={t(`fault.${fault}`)}>
                  {t('peopleCount', { count })}
                </FigureLink>
              </strong>
            </dd>
          </div>
        ))}
      </dl>
      <div className={panel.bar}>
        <Button onClick={() => void navigate('/members/duplicates')}>{t('toDuplicates')}</Button>
        <Button onClick={() => void navigate('/reports')}>{t('quality.toReports')}</Button>
      </div>
      <Table
        rowKey="value"
        size="small"
        pagination={false}
        scroll={{ x: 420 + faults.length * 110 }}
        columns={columns}
        dataSource={[...departments]}
      />
    </div>
  )
}
