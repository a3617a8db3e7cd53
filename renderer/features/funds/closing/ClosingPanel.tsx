import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Table, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClosingMonth } from '../../../../shared/contract/funds/closing'
import type { MonthClosing } from '../../../../shared/model/fund'
import { fenSchema, type Fen } from '../../../../shared/model/money'
import { api } from '../../../client'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import { Money } from '../../../components/Money'
import panel from '../../../components/panel.module.css'
import { ReasonDialog } from '../../../components/ReasonDialog'
import { Section } from '../../../components/Section'
import { useDates } from '../../../components/use-dates'
import { formatYuan } from '../../../components/yuan'
import styles from '../funds.module.css'
import { NextClosing } from './NextClosing'

/** Closing month by month: the next one with its checks, those closed, and every closing and reopening there was. */
export function ClosingPanel() {
  const { t } = useTranslation('closing')
  const dates = useDates()
  const { message } = App.useApp()
  const queryClient = useQueryClient()
  const [isReopening, setReopening] = useState(false)
  const months = useQuery(api.funds.closing.months.queryOptions())
  const acts = useQuery(api.funds.closing.acts.queryOptions())
  const latest = months.data?.latestClosed ?? null
  const reopen = useMutation(
    api.funds.closing.reopen.mutationOptions({
      onSuccess: (_, { month }) => {
        void message.success(t('reopened', { month }))
        setReopening(false)
        return queryClient.invalidateQueries()
      },
    }),
  )
  if (months.isError) return <ErrorNotice error={months.error} onRetry={() => void months.refetch()} />
  if (months.data === undefined) return <Loading />
  if (months.data.months.length === 0) return <EmptyState title={t('none')} text={t('noneText')} />
  const { next } = months.data

  function balance(now: Fen, before: Fen | undefined) {
    return (
      <>
        <Money fen={now} />
        {before !== undefined && before !== now && (
          <div className={styles.wrong}>
            {t('changed', { before: formatYuan(before), difference: formatYuan(fenSchema.parse(now - before)) })}
          </div>
        )}
      </>
    )
  }

  return (
    <div className={panel.fill}>
      {next === null ? <p>{t('allClosed')}</p> : <NextClosing key={next} month={next} />}
      <Section title={t('months')}>
        <Table<ClosingMonth>
          size="small"
          pagination={{ pageSize: 24, hideOnSinglePage: true }}
          rowKey="month"
          dataSource={months.data.months}
          columns={[
            { title: t('month'), render: (_, { month }) => dates.month(month) },
            {
              title: t('state.label'),
              render: (_, { isClosed, closing }) =>
                isClosed ? (
                  <Tag color="success">{t('isClosed')}</Tag>
                ) : (
                  <Tag>{closing === null ? t('isOpen') : t('isReopened')}</Tag>
                ),
            },
            {
              title: t('duesBalance'),
              align: 'end',
              render: (_, { duesBalance, closing }) => balance(duesBalance, closing?.duesBalance),
            },
            {
              title: t('fundsBalance'),
              align: 'end',
              render: (_, { fundsBalance, closing }) => balance(fundsBalance, closing?.fundsBalance),
            },
            {
              title: t('closedAt'),
              render: (_, { isClosed, closing }) =>
                isClosed && closing !== null && <span className="numeric">{dates.moment(closing.recordedAt)}</span>,
            },
            {
              title: '',
              width: 120,
              render: (_, { month }) =>
                month === latest && (
                  <Button size="small" onClick={() => setReopening(true)}>
                    {t('reopen')}
                  </Button>
                ),
            },
          ]}
        />
      </Section>
      {acts.data !== undefined && acts.data.length > 0 && (
        <Section title={t('acts')}>
          <Table<MonthClosing>
            size="small"
            pagination={{ pageSize: 12, hideOnSinglePage: true }}
            rowKey="id"
            dataSource={acts.data}
            columns={[
              {
                title: t('at'),
                render: (_, { recordedAt }) => <span className="numeric">{dates.moment(recordedAt)}</span>,
              },
              { title: t('act.label'), render: (_, { act }) => t(`act.${act}`) },
              { title: t('month'), render: (_, { month }) => dates.month(month) },
              { title: t('duesBalance'), align: 'end', render: (_, { duesBalance }) => <Money fen={duesBalance} /> },
              { title: t('fundsBalance'), align: 'end', render: (_, { fundsBalance }) => <Money fen={fundsBalance} /> },
              { title: t('reason'), dataIndex: 'reason' },
            ]}
          />
        </Section>
      )}
      {isReopening && latest !== null && (
        <ReasonDialog
          title={t('reopenTitle', { month: dates.month(latest) })}
          text={t('reopenText')}
          okText={t('reopen')}
          danger
          reasons={[t('reasons.missed'), t('reasons.wrong'), t('reasons.asked')]}
          error={reopen.error}
          busy={reopen.isPending}
          onReason={(reason) => reopen.mutate({ month: latest, reason })}
          onClose={() => {
            reopen.reset()
            setReopening(false)
          }}
        />
      )}
    </div>
  )
}
