import { useQuery } from '@tanstack/react-query'
import { Button, Segmented, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestView } from '../../../../shared/contract/care/requests'
import { daySchema, monthSchema, type Day, type Month } from '../../../../shared/model/date'
import { addDays, addMonths } from '../../../../shared/rules/date'
import { api, type client } from '../../../client'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import panel from '../../../components/panel.module.css'
import { useDates } from '../../../components/use-dates'
import { useCodeLabel } from '../../../i18n/use-code-label'
import { PeriodChoice } from '../../funds/statements/PeriodChoice'
import { usePeriod } from '../../funds/statements/use-period'
import { useRequestParams } from './request-params'

type Count = Awaited<ReturnType<typeof client.care.requests.counts>>[number]
type FigureView = Exclude<RequestView, 'open' | 'overdue' | 'dueSoon'>
type By = 'topic' | 'department' | 'month'
const ways: readonly By[] = ['topic', 'department', 'month']

const firstDay = (month: Month): Day => daySchema.parse(`${month}-01`)
const lastDay = (month: Month): Day => addDays(firstDay(addMonths(month, 1)), -1)

/** How requests of a period were dealt with, and what they were about; every figure opens its list. */
export function RequestFigures() {
  const { t, i18n } = useTranslation(['requests', 'common'])
  const codeLabel = useCodeLabel()
  const dates = useDates()
  const { choose } = useRequestParams()
  const { period } = usePeriod()
  const [by, setBy] = useState<By>('topic')
  const days = { from: firstDay(period.from), until: lastDay(period.until) }
  const figures = useQuery(api.care.requests.figures.queryOptions({ input: days }))
  const counts = useQuery(api.care.requests.counts.queryOptions({ input: { by, ...days } }))
  if (figures.isError) return <ErrorNotice error={figures.error} onRetry={() => void figures.refetch()} />
  if (figures.isPending) return <Loading />
  const { all, closed, due, onTime, calledBack, satisfied } = figures.data

  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 1 })
  const rate = (part: number, whole: number) => (whole === 0 ? t('figure.none') : percent.format(part / whole))
  const open = (view: RequestView, more: Partial<Parameters<typeof choose>[0]> = {}) =>
    choose({ show: 'list', view, ...days, topic: null, owner: null, department: null, ...more })
  const link = (view: FigureView, count: number) => (
    <Button type="link" size="small" disabled={count === 0} onClick={() => open(view)}>
      {t(`figure.${view}`, { count })}
    </Button>
  )
  const rates = [
    {
      key: 'closed',
      name: t('figure.closedRate'),
      rate: rate(closed, all),
      links: [link('closed', closed), link('all', all)],
    },
    {
      key: 'onTime',
      name: t('figure.onTimeRate'),
      rate: rate(onTime, due),
      links: [link('onTime', onTime), link('due', due), link('late', due - onTime)],
    },
    {
      key: 'satisfied',
      name: t('figure.satisfiedRate'),
      rate: rate(satisfied, calledBack),
      links: [
        link('satisfied', satisfied),
        link('calledBack', calledBack),
        link('unsatisfied', calledBack - satisfied),
      ],
    },
  ]

  function keyText(key: string): string {
    if (by === 'topic') return codeLabel(key)
    if (by === 'month') return dates.month(monthSchema.parse(key))
    return key === '' ? t('smallGroups') : key
  }
  function openKey(key: string) {
    if (by === 'topic') open('all', { topic: key })
    else if (by === 'department') open('all', { department: key })
    else {
      const month = monthSchema.parse(key)
      open('all', { from: firstDay(month), until: lastDay(month) })
    }
  }
  // Small groups are counted together, so that no list of theirs is opened from here.
  const columns: TableColumnsType<Count> = [
    {
      title: t(`by.${by}`),
      render: (_, { key }) =>
        by === 'department' && key === '' ? (
          keyText(key)
        ) : (
          <Button type="link" size="small" onClick={() => openKey(key)}>
            {keyText(key)}
          </Button>
        ),
    },
    { title: t('figure.received'), dataIndex: 'count', width: 120, align: 'right' },
    { title: t('figure.stillOpen'), dataIndex: 'open', width: 120, align: 'right' },
  ]
  return (
    <div className={panel.stack}>
      <PeriodChoice />
      {all === 0 ? (
        <EmptyState title={t('figure.nothing')} text={t('figure.nothingText')} />
      ) : (
        <>
          <dl className={panel.figures}>
            {rates.map(({ key, name, rate: shown, links }) => (
              <div key={key}>
                <dt>{name}</dt>
                <dd>
                  <strong className="numeric">{shown}</strong>
                </dd>
                {links.map((one, place) => (
                  <dd key={place}>{one}</dd>
                ))}
              </div>
            ))}
          </dl>
          <p className={panel.quiet}>{t('figure.explained')}</p>
          <Segmented<By>
            className={panel.groups ?? ''}
            aria-label={t('by.label')}
            value={by}
            onChange={setBy}
            options={ways.map((value) => ({ value, label: t(`by.${value}`) }))}
          />
          <Table
            size="small"
            rowKey="key"
            loading={counts.isPending}
            columns={columns}
            dataSource={counts.data ?? []}
            pagination={false}
          />
        </>
      )}
    </div>
  )
}
