import { useQuery } from '@tanstack/react-query'
import { Button, Descriptions, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { FundEntryDetail } from '../../../../shared/contract/funds/book'
import { fundEntryIdSchema } from '../../../../shared/model/id'
import { dayOf } from '../../../../shared/rules/date'
import { accountCode } from '../../../../shared/rules/funds/chart'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import { Money } from '../../../components/Money'
import { PageHeader } from '../../../components/PageHeader'
import panel from '../../../components/panel.module.css'
import { useDates } from '../../../components/use-dates'
import { useCodeLabel } from '../../../i18n/use-code-label'
import styles from '../funds.module.css'
import { Attachments } from '../../attachments/Attachments'
import { repeatedDraft } from './entry-draft'
import { EntryDialog } from './EntryDialog'
import { EntryMembers } from './EntryMembers'
import { ReverseEntryDialog } from './ReverseEntryDialog'

/** One entry of the book: what was booked, who received it, and its pictures and papers. */
export function EntryPage() {
  const { t } = useTranslation('funds')
  const id = fundEntryIdSchema.parse(useParams()['id'])
  const entry = useQuery(api.funds.book.get.queryOptions({ input: { id } }))
  if (entry.isPending) return <Loading />
  if (entry.isError) {
    return (
      <>
        <PageHeader title={t('book.entry')} backTo="/funds" />
        <ErrorNotice error={entry.error} onRetry={() => void entry.refetch()} />
      </>
    )
  }
  return <OpenEntry entry={entry.data} />
}

function OpenEntry({ entry }: { readonly entry: FundEntryDetail }) {
  const { t } = useTranslation('funds')
  const [dialog, setDialog] = useState<'reverse' | 'repeat' | null>(null)
  const { account, on, voucherNumber, summary, reversesId, reversedBy, shares } = entry
  const year = on.slice(0, 4)
  const isOpening = entry.direction === 'opening'
  return (
    <div className={panel.page}>
      <PageHeader
        backTo={`/funds?account=${account}&year=${year}`}
        title={summary}
        note={
          <>
            {t('entry.voucherOf', { account: t(`account.${account}`), year, number: voucherNumber })}{' '}
            {reversesId !== null && <Tag color="error">{t('book.reversal')}</Tag>}
            {reversedBy !== null && <Tag>{t('book.reversed')}</Tag>}
          </>
        }
        actions={
          <>
            {reversesId === null && reversedBy === null && (
              <Button danger onClick={() => setDialog('reverse')}>
                {t('reverse.act')}
              </Button>
            )}
            {!isOpening && <Button onClick={() => setDialog('repeat')}>{t('entry.repeat')}</Button>}
          </>
        }
      />
      <EntryFacts entry={entry} />
      {shares.length > 0 && <EntryMembers shares={shares} />}
      {!isOpening && <Attachments owner={{ kind: 'fundEntry', id: entry.id }} />}
      {dialog === 'reverse' && <ReverseEntryDialog entry={entry} onClose={() => setDialog(null)} />}
      {dialog === 'repeat' && (
        <EntryDialog initial={repeatedDraft(entry, dayOf(new Date()))} onClose={() => setDialog(null)} />
      )}
    </div>
  )
}

function EntryFacts({ entry }: { readonly entry: FundEntryDetail }) {
  const { t } = useTranslation(['funds', 'common'])
  const codeLabel = useCodeLabel()
  const dates = useDates()
  const { chart, category, subcategory, reversesId, reversedBy, activityId, activityTitle } = entry
  const code = chart === null || category === null ? null : accountCode(chart, category)
  const categories = [category, subcategory].flatMap((term) => (term === null ? [] : [codeLabel(term)]))
  const facts = [
    { key: 'on', label: t('book.on'), children: dates.longDay(entry.on) },
    { key: 'amount', label: t(`direction.${entry.direction}`), children: <Money fen={entry.amount} /> },
    {
      key: 'category',
      label: t('book.category'),
      children: categories.length > 0 && [...(code === null ? [] : [code]), categories.join(t('common:dot'))].join(' '),
    },
    { key: 'counterpart', label: t('entry.counterpart'), children: entry.counterpart },
    {
      key: 'activity',
      label: t('entry.activity'),
      children: activityId !== null && <Link to={`/activities/${activityId}`}>{activityTitle}</Link>,
    },
    { key: 'form', label: t('entry.form'), children: entry.form !== null && t(`form.${entry.form}`) },
    { key: 'decision', label: t('entry.decision'), children: entry.decision },
    { key: 'invoice', label: t('entry.invoice'), children: entry.invoice },
    { key: 'signOff', label: t('entry.signOff'), children: entry.signOff },
    { key: 'overLimitReason', label: t('entry.overLimitReason'), children: entry.overLimitReason },
    { key: 'note', label: reversesId === null ? t('entry.note') : t('reverse.reason'), children: entry.note },
    { key: 'recordedAt', label: t('entry.recordedAt'), children: dates.moment(entry.recordedAt) },
    {
      key: 'reverses',
      label: t('entry.reverses'),
      children: reversesId !== null && <Link to={`/funds/entries/${reversesId}`}>{t('entry.openOther')}</Link>,
    },
    {
      key: 'reversedBy',
      label: t('entry.reversedBy'),
      children: reversedBy !== null && <Link to={`/funds/entries/${reversedBy}`}>{t('entry.openOther')}</Link>,
    },
  ]
  return (
    <Descriptions
      className={styles.facts ?? ''}
      bordered
      size="small"
      column={{ xs: 1, lg: 2 }}
      items={facts.filter(({ children }) => children !== null && children !== false)}
    />
  )
}
