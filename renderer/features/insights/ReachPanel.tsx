import { useQuery } from '@tanstack/react-query'
import { Table, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { ActivityTypeFigures } from '../../../shared/contract/insights/participation'
import type { ReachOverview } from '../../../shared/contract/insights/reach'
import { fenSchema, type Fen } from '../../../shared/model/money'
import { api } from '../../client'
import { BarPicture } from '../../components/charts/BarPicture'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { Loading } from '../../components/Loading'
import { Money } from '../../components/Money'
import panel from '../../components/panel.module.css'
import { Section } from '../../components/Section'
import { useAsOrigin } from '../../components/use-origin'
import { FigureLink } from './FigureLink'
import { participants, peoplePath } from './people-path'
import { PeriodChoice } from './PeriodChoice'
import { useInsightTexts } from './use-insight-texts'
import { usePeriod } from './use-period'

type Gift = ReachOverview['gifts'][number]

/** Rounded half up; null where there is nobody to divide by. */
export function perHead(amount: Fen, heads: number): Fen | null {
  return heads === 0 ? null : fenSchema.parse(Math.round(amount / heads))
}

/** How many members care and activities reach, and what they cost a head. */
export function ReachPanel() {
  const { t } = useTranslation(['insights', 'funds'])
  const navigate = useNavigate()
  const origin = useAsOrigin()
  const texts = useInsightTexts()
  const { period, choose } = usePeriod()
  const found = useQuery(api.insights.reach.overview.queryOptions({ input: period }))
  if (found.isError) return <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
  if (found.isPending) return <Loading />
  const { members, gifts, people, amount, types } = found.data
  const kindName = (kind: Gift['kind']) => t(`funds:limitItem.${kind}`)
  const money = (fen: Fen | null) => (fen === null ? t('noShare') : <Money fen={fen} />)
  const giftColumns: TableColumnsType<Gift> = [
    { title: t('reach.kind'), render: (_, { kind }) => kindName(kind) },
    { title: t('reach.gifts'), align: 'right', dataIndex: 'gifts' },
    {
      title: t('column.people'),
      align: 'right',
      render: (_, { kind, people: reached }) => (
        <FigureLink filter={{ of: 'gifts', period, kind }} title={kindName(kind)}>
          {reached}
        </FigureLink>
      ),
    },
    { title: t('reach.share'), align: 'right', render: (_, row) => texts.share(row.people, members) },
    { title: t('column.amount'), align: 'right', render: (_, row) => money(row.amount) },
    { title: t('reach.perHead'), align: 'right', render: (_, row) => money(perHead(row.amount, row.people)) },
  ]
  const typeColumns: TableColumnsType<ActivityTypeFigures> = [
    { title: t('column.type'), render: (_, { type }) => texts.type(type) },
    { title: t('column.activities'), align: 'right', dataIndex: 'activities' },
    {
      title: t('column.people'),
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
    { title: t('reach.share'), align: 'right', render: (_, { came }) => texts.share(came, members) },
    { title: t('reach.costKnown'), align: 'right', dataIndex: 'costKnown' },
    {
      title: t('reach.cost'),
      align: 'right',
      render: (_, { cost, costKnown }) => money(costKnown === 0 ? null : cost),
    },
    {
      title: t('reach.perAttendance'),
      align: 'right',
      render: (_, { cost, attendancesWithCost }) => money(perHead(cost, attendancesWithCost)),
    },
  ]
  return (
    <div className={panel.stack}>
      <PeriodChoice period={period} onChange={choose} />
      <Section title={t('reach.care')}>
        {gifts.length === 0 ? (
          <EmptyState title={t('reach.noGifts')} text={t('reach.noGiftsText')} />
        ) : (
          <div className={panel.stack}>
            <dl className={panel.figures}>
              <div>
                <dt>{t('reach.people')}</dt>
                <dd>
                  <strong>
                    <FigureLink filter={{ of: 'gifts', period, kind: null }} title={t('reach.people')}>
                      {t('peopleCount', { count: people })}
                    </FigureLink>
                  </strong>
                  <span>{texts.share(people, members)}</span>
                </dd>
              </div>
              <div>
                <dt>{t('column.amount')}</dt>
                <dd>
                  <strong>
                    <Money fen={amount} />
                  </strong>
                </dd>
              </div>
              <div>
                <dt>{t('reach.perHead')}</dt>
                <dd>
                  <strong>{money(perHead(amount, people))}</strong>
                </dd>
              </div>
            </dl>
            <BarPicture
              title={t('picture.gifts')}
              categories={gifts.map(({ kind }) => kindName(kind))}
              series={[{ name: t('column.amount'), tone: 'actual', amounts: gifts.map((gift) => gift.amount) }]}
              onOpen={(index) => {
                const kind = gifts[index]?.kind
                if (kind !== undefined) {
                  void navigate(peoplePath({ of: 'gifts', period, kind }, kindName(kind)), { state: origin })
                }
              }}
            />
            <Table
              rowKey="kind"
              size="small"
              pagination={false}
              scroll={{ x: 480 }}
              columns={giftColumns}
              dataSource={[...gifts]}
            />
          </div>
        )}
      </Section>
      <Section title={t('reach.activities')}>
        {types.length === 0 ? (
          <EmptyState title={t('noActivities')} text={t('noActivitiesText')} />
        ) : (
          <Table
            rowKey="type"
            size="small"
            pagination={false}
            scroll={{ x: 640 }}
            columns={typeColumns}
            dataSource={[...types]}
          />
        )}
      </Section>
    </div>
  )
}
