import { useQuery } from '@tanstack/react-query'
import { Button, Table } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import type { Audit, AuditedEntry, AuditedReversal } from '../../../../shared/contract/funds/statements'
import { fenSchema } from '../../../../shared/model/money'
import { dayOf } from '../../../../shared/rules/date'
import { sumOf } from '../../../../shared/rules/dues/ledger'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import { Money } from '../../../components/Money'
import { PageHeader } from '../../../components/PageHeader'
import panel from '../../../components/panel.module.css'
import { ProgressDialog } from '../../../components/ProgressDialog'
import { Section } from '../../../components/Section'
import { useDates } from '../../../components/use-dates'
import { formatYuan } from '../../../components/yuan'
import { PageSetup } from '../../reports/PageSetup'
import { PaperActions } from '../../reports/PaperActions'
import styles from '../funds.module.css'
import { StatementTable } from './StatementTable'
import { useStatementExport } from './use-statement-export'

/** What the audit committee 经审 looks at in a year; nothing can be changed here. */
export function AuditPage() {
  const { t } = useTranslation(['statements', 'funds'])
  const navigate = useNavigate()
  const given = useParams()['year'] ?? ''
  const year = /^\d{4}$/.test(given) ? given : dayOf(new Date()).slice(0, 4)
  const audit = useQuery(api.funds.statements.audit.queryOptions({ input: { year } }))
  const { save, progress, error } = useStatementExport()
  const step = (by: 1 | -1) => void navigate(`/funds/audit/${Number(year) + by}`, { replace: true })
  return (
    <>
      <PageSetup landscape={false} margin="14mm 14mm" />
      <PageHeader
        backTo="/funds?tab=statements"
        title={t('auditTitle', { year })}
        note={t('auditNote')}
        actions={
          <span className={`screen-only ${styles.acts ?? ''}`}>
            <Button onClick={() => step(-1)}>{t('previousYear')}</Button>
            <Button onClick={() => step(1)}>{t('nextYear')}</Button>
            <Button onClick={() => void save({ of: 'audit', year })}>{t('export')}</Button>
            <PaperActions paper="fundAudit" count={0} name={t('auditTitle', { year })} landscape={false} />
          </span>
        }
      />
      {error !== null && <ErrorNotice error={error} />}
      {audit.isError && <ErrorNotice error={audit.error} onRetry={() => void audit.refetch()} />}
      {audit.isPending && <Loading />}
      {audit.data !== undefined && <AuditSections audit={audit.data} />}
      <ProgressDialog title={t('exporting')} progress={progress} />
    </>
  )
}

function AuditSections({ audit }: { readonly audit: Audit }) {
  const { t } = useTranslation(['statements', 'funds', 'fields'])
  const dates = useDates()
  const { retained } = audit
  const [charged, received] = [
    sumOf(audit.dues.map((month) => ({ amount: month.charged }))),
    sumOf(audit.dues.map((month) => ({ amount: month.received }))),
  ]

  function list<Row extends object>(
    title: string,
    rows: readonly Row[],
    rowKey: (row: Row) => string,
    columns: readonly {
      readonly title: string
      readonly isMoney?: boolean
      readonly render: (row: Row) => ReactNode
    }[],
  ) {
    return (
      <Section title={t('counted', { title, count: rows.length })}>
        {rows.length === 0 ? (
          <p className={panel.quiet}>{t('nothing')}</p>
        ) : (
          <Table<Row>
            size="small"
            pagination={false}
            rowKey={rowKey}
            dataSource={rows}
            columns={columns.map(({ title: heading, isMoney = false, render }) => ({
              title: heading,
              align: isMoney ? 'end' : 'start',
              render: (_: unknown, row: Row) => render(row),
            }))}
          />
        )}
      </Section>
    )
  }

  const entryColumns = [
    { title: t('funds:book.on'), render: ({ on }: AuditedEntry) => on },
    { title: t('funds:account.label'), render: ({ account }: AuditedEntry) => t(`funds:account.${account}`) },
    { title: t('funds:book.voucher'), render: ({ voucherNumber }: AuditedEntry) => voucherNumber },
    {
      title: t('funds:book.summary'),
      render: ({ id, summary }: AuditedEntry) => <Link to={`/funds/entries/${id}`}>{summary}</Link>,
    },
    {
      title: t('funds:entry.amount'),
      isMoney: true,
      render: ({ amount }: AuditedEntry) => <Money fen={amount} />,
    },
  ]
  return (
    <>
      {audit.statement.accounts.toReversed().map((account) => (
        <Section key={account.account} title={t('statementOf', { account: t(`funds:account.${account.account}`) })}>
          <StatementTable statement={audit.statement} account={account} />
        </Section>
      ))}
      {list(t('overLimit'), audit.overLimit, ({ id }) => id, [
        ...entryColumns,
        { title: t('funds:entry.overLimitReason'), render: ({ overLimitReason }) => overLimitReason },
      ])}
      {list(t('withoutAttachment'), audit.withoutAttachment, ({ id }) => id, entryColumns)}
      {list(t('voided'), audit.voided, ({ id }) => id, [
        { title: t('receipt'), render: ({ series, number }) => `${series}-${number}` },
        { title: t('payer'), render: ({ payer }) => payer },
        { title: t('funds:entry.amount'), isMoney: true, render: ({ amount }) => <Money fen={amount} /> },
        { title: t('issuedOn'), render: ({ issuedOn }) => issuedOn },
        { title: t('voidedOn'), render: ({ voidedOn }) => voidedOn },
        { title: t('reason'), render: ({ voidReason }) => voidReason },
      ])}
      {list<AuditedReversal>(
        t('reversals'),
        audit.reversals,
        ({ fundEntryId, duesEntryId }) => fundEntryId ?? duesEntryId ?? '',
        [
          { title: t('funds:book.on'), render: ({ on }) => on },
          {
            title: t('funds:book.summary'),
            render: ({ what, fundEntryId, memberId }) =>
              fundEntryId === null ? (
                <Link to={`/members/${memberId ?? ''}?tab=dues`}>{t('duesOf', { name: what })}</Link>
              ) : (
                <Link to={`/funds/entries/${fundEntryId}`}>{what}</Link>
              ),
          },
          { title: t('funds:entry.amount'), isMoney: true, render: ({ amount }) => <Money fen={amount} /> },
          { title: t('reason'), render: ({ reason }) => reason },
        ],
      )}
      {list(t('reopened'), audit.reopened, ({ id }) => id, [
        { title: t('month'), render: ({ month }) => dates.month(month) },
        { title: t('reopenedAt'), render: ({ recordedAt }) => dates.moment(recordedAt) },
        { title: t('reason'), render: ({ reason }) => reason },
      ])}
      <Section title={t('dues')}>
        <p>
          {t('duesSum', {
            charged: formatYuan(charged),
            received: formatYuan(received),
            difference: formatYuan(fenSchema.parse(charged - received)),
          })}
        </p>
        <Table<Audit['dues'][number]>
          size="small"
          pagination={false}
          rowKey="month"
          dataSource={audit.dues}
          columns={[
            {
              title: t('month'),
              render: (_, { month }) => (
                <Link to={`/dues?tab=month&period=month&month=${month}`}>{dates.month(month)}</Link>
              ),
            },
            { title: t('charged'), align: 'end', render: (_, month) => <Money fen={month.charged} /> },
            { title: t('received'), align: 'end', render: (_, month) => <Money fen={month.received} /> },
          ]}
        />
      </Section>
      <Section title={t('retained')}>
        <p>{t('retainedReceived', { amount: formatYuan(retained.received) })}</p>
        {retained.expected === null ? (
          <p className={panel.quiet}>{t('noSplit')}</p>
        ) : (
          <p>
            {t('retainedExpected', {
              pay: formatYuan(retained.pay),
              months: retained.months,
              amount: formatYuan(retained.expected),
              difference: formatYuan(fenSchema.parse(retained.received - retained.expected)),
            })}
          </p>
        )}
      </Section>
    </>
  )
}
