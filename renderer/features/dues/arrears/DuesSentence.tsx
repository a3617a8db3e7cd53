import { CopyOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { App, Button, Popover, Table, type TableColumnsType } from 'antd'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { DuesEntry } from '../../../../shared/model/dues'
import type { SentencePart } from '../../../../shared/model/dues-sentence'
import type { MemberId } from '../../../../shared/model/id'
import { dayOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Money } from '../../../components/Money'
import { useDates } from '../../../components/use-dates'
import styles from './arrears.module.css'
import { useSentence } from './use-sentence'

/** How a member stands, in a sentence as one says it at the counter; each part opens the entries behind it. */
export function DuesSentence({ memberId }: { readonly memberId: MemberId }) {
  const { t } = useTranslation('arrears')
  const { message } = App.useApp()
  const standing = useQuery(api.dues.arrears.member.queryOptions({ input: { memberId } }))
  const { partText, whole } = useSentence(dayOf(new Date()))
  if (standing.isError) return <ErrorNotice error={standing.error} onRetry={() => void standing.refetch()} />
  if (standing.isPending) return null
  const { sentence, entries, debtor } = standing.data
  const copy = () =>
    void navigator.clipboard
      .writeText(`${debtor.name}：${whole(sentence)}`)
      .then(() => message.success(t('sentence.copied')))
  return (
    <section className={styles.sentence} aria-label={t('sentence.title')}>
      <p>
        {sentence.map((part, place) => (
          <Fragment key={place}>
            <Part part={part} text={partText(part)} entries={entries} />
            {place < sentence.length - 1 ? t('sentence.separator') : t('sentence.end')}
          </Fragment>
        ))}
      </p>
      <Button size="small" icon={<CopyOutlined />} onClick={copy}>
        {t('sentence.copy')}
      </Button>
    </section>
  )
}

/** The same in plain words, for papers. */
export function SentenceText({ memberId }: { readonly memberId: MemberId }) {
  const standing = useQuery(api.dues.arrears.member.queryOptions({ input: { memberId } }))
  const { whole } = useSentence(dayOf(new Date()))
  return standing.data === undefined ? null : whole(standing.data.sentence)
}

interface PartProps {
  readonly part: SentencePart
  readonly text: string
  readonly entries: readonly DuesEntry[]
}

const WARNING: readonly SentencePart['kind'][] = ['gap', 'open', 'partPaid', 'overRefunded']

function Part({ part, text, entries }: PartProps) {
  const { t } = useTranslation('arrears')
  const tone = WARNING.includes(part.kind) ? styles.open : undefined
  if (part.entryIds.length === 0) return <span className={tone}>{text}</span>
  const named = new Set<string>(part.entryIds)
  return (
    <Popover
      trigger="click"
      title={t('sentence.entries', { part: text })}
      content={<Entries entries={entries.filter(({ id }) => named.has(id))} />}
    >
      <button type="button" className={`${styles.part ?? ''} ${tone ?? ''}`}>
        {text}
      </button>
    </Popover>
  )
}

function Entries({ entries }: { readonly entries: readonly DuesEntry[] }) {
  const { t } = useTranslation(['arrears', 'fields'])
  const dates = useDates()
  function what({ kind, month, method }: DuesEntry): string {
    switch (kind) {
      case 'charge':
      case 'waiver':
        return t(`entry.${kind}`, { month: month === null ? '' : dates.month(month) })
      case 'payment':
        return t('entry.payment', { method: method === null ? '' : t(`fields:method.${method}`) })
      case 'refund':
      case 'reversal':
        return t('entry.refund')
    }
  }
  const columns: TableColumnsType<DuesEntry> = [
    { title: t('entry.what'), width: 200, render: (_, entry) => what(entry) },
    {
      title: t('entry.day'),
      width: 120,
      render: (_, { paidOn, recordedAt }) => (
        <span className="numeric">{paidOn ?? dates.moment(recordedAt).slice(0, 10)}</span>
      ),
    },
    { title: t('entry.amount'), width: 110, align: 'right', render: (_, { amount }) => <Money fen={amount} /> },
  ]
  return (
    <Table
      className={styles.entries ?? ''}
      size="small"
      rowKey="id"
      columns={columns}
      dataSource={[...entries]}
      pagination={false}
      scroll={{ y: 260 }}
    />
  )
}
