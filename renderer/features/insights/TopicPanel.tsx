import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Modal, Select, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TopicOverview } from '../../../shared/contract/insights/topics'
import type { Month } from '../../../shared/model/date'
import { dayOf } from '../../../shared/rules/date'
import { LEAST_PEOPLE, TOPIC_SIGNAL_LEVEL } from '../../../shared/rules/insights/topic-signal'
import { api } from '../../client'
import { LinePicture } from '../../components/charts/LinePicture'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { Loading } from '../../components/Loading'
import panel from '../../components/panel.module.css'
import { Section } from '../../components/Section'
import { useDates } from '../../components/use-dates'
import { useCodeLabel } from '../../i18n/use-code-label'
import styles from './insights.module.css'
import { TopicRequests } from './TopicRequests'
import { useInsightTexts } from './use-insight-texts'

type Row = TopicOverview['topics'][number]

/** Topics in the picture. */
const LINES = 4

/** What members ask about month by month, and which topic grew faster than chance. */
export function TopicPanel() {
  const { t } = useTranslation(['insights', 'dues', 'common'])
  const texts = useInsightTexts()
  const dates = useDates()
  const codeLabel = useCodeLabel()
  const [year, setYear] = useState(dayOf(new Date()).slice(0, 4))
  const [open, setOpen] = useState<{ readonly topic: string; readonly month: Month } | null>(null)
  const found = useQuery(api.insights.topics.overview.queryOptions({ input: { year } }))
  if (found.isError) return <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
  if (found.isPending) return <Loading />
  const { years, months, topics, sums, signals } = found.data
  const hasRisen = (topic: string, month: Month) => signals.some((one) => one.topic === topic && one.month === month)
  // A line of nothing but what is kept back draws nothing.
  const drawn = topics.filter(({ counts }) => counts.some((count) => count !== null && count > 0)).slice(0, LINES)
  const number = (count: number | null) => count ?? <span className={panel.quiet}>{t('topics.few')}</span>

  const columns: TableColumnsType<Row> = [
    { title: t('topics.topic'), fixed: 'left', width: 150, render: (_, { topic }) => codeLabel(topic) },
    ...months.map((month, place) => ({
      title: dates.shortMonth(month),
      width: 76,
      align: 'right' as const,
      render: (_: unknown, { topic, counts }: Row) => {
        const count = counts[place] ?? null
        if (count === null || count === 0) return count === 0 ? 0 : number(null)
        const risen = hasRisen(topic, month)
        return (
          <Button
            type="link"
            size="small"
            className={risen ? (styles.risen ?? '') : ''}
            aria-label={t('topics.open', { topic: codeLabel(topic), month: dates.month(month), count })}
            onClick={() => setOpen({ topic, month })}
          >
            {risen ? t('topics.risen', { count }) : count}
          </Button>
        )
      },
    })),
    { title: t('topics.sum'), width: 84, align: 'right', render: (_, { sum }) => number(sum) },
  ]
  return (
    <div className={panel.stack}>
      <div className={panel.bar}>
        <Select
          aria-label={t('dues:year.label')}
          style={{ width: 120 }}
          value={year}
          onChange={setYear}
          options={years.map((value) => ({ value, label: t('dues:year.name', { year: value }) }))}
        />
        <span className={panel.quiet}>{t('topics.note', { count: LEAST_PEOPLE })}</span>
      </div>
      {topics.length === 0 ? (
        <EmptyState title={t('topics.none')} text={t('topics.noneText')} />
      ) : (
        <>
          <Section title={t('topics.signals')}>
            {signals.length === 0 && <p>{t('topics.noSignal')}</p>}
            {signals.map((signal) => (
              <Alert
                key={`${signal.topic} ${signal.month}`}
                type="warning"
                showIcon
                title={
                  signal.count === null || signal.monthTotal === null
                    ? t('say.topicRiseHidden', { topic: codeLabel(signal.topic), month: dates.month(signal.month) })
                    : t('topics.signal', {
                        topic: codeLabel(signal.topic),
                        month: dates.month(signal.month),
                        count: signal.count,
                        monthTotal: signal.monthTotal,
                        before: signal.before ?? t('topics.few'),
                        beforeTotal: signal.beforeTotal ?? t('topics.few'),
                        chance: texts.chance(signal.chance),
                      })
                }
              />
            ))}
            <p className={panel.quiet}>{t('topics.test', { level: texts.share(TOPIC_SIGNAL_LEVEL, 1) })}</p>
          </Section>
          {drawn.length > 0 && (
            <LinePicture
              title={t('picture.topics')}
              measure="count"
              categories={months.map((month) => dates.shortMonth(month))}
              lines={drawn.map(({ topic, counts }) => ({ name: codeLabel(topic), amounts: counts }))}
            />
          )}
          <Table
            rowKey="topic"
            size="small"
            pagination={false}
            scroll={{ x: 240 + months.length * 76 }}
            columns={columns}
            dataSource={[...topics]}
            summary={() => (
              <Table.Summary.Row>
                <Table.Summary.Cell index={0}>{t('topics.all')}</Table.Summary.Cell>
                {sums.map((sum, place) => (
                  <Table.Summary.Cell key={months[place]} index={place + 1} align="right">
                    {number(sum)}
                  </Table.Summary.Cell>
                ))}
                <Table.Summary.Cell index={months.length + 1} />
              </Table.Summary.Row>
            )}
          />
        </>
      )}
      <Modal
        open={open !== null}
        title={open === null ? '' : t('topics.list', { topic: open.topic, month: dates.month(open.month) })}
        footer={<Button onClick={() => setOpen(null)}>{t('common:close')}</Button>}
        onCancel={() => setOpen(null)}
        width={720}
        destroyOnHidden
      >
        {open !== null && <TopicRequests {...open} />}
      </Modal>
    </div>
  )
}
