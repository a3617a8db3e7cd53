import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Modal, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { ClosingAccount } from '../../../../shared/contract/funds/closing'
import type { Month } from '../../../../shared/model/date'
import { fenSchema } from '../../../../shared/model/money'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import { Money } from '../../../components/Money'
import { Section } from '../../../components/Section'
import { useDates } from '../../../components/use-dates'
import styles from '../funds.module.css'
import { ClosingChecks } from './ClosingChecks'

/** The month to be closed next: its figures, what stands against closing it, and the button that does. */
export function NextClosing({ month }: { readonly month: Month }) {
  const { t } = useTranslation(['closing', 'funds', 'common'])
  const dates = useDates()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const queryClient = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  const preview = useQuery(api.funds.closing.preview.queryOptions({ input: { month } }))
  const close = useMutation(
    api.funds.closing.close.mutationOptions({
      onSuccess: () => {
        void message.success(t('closed', { month: dates.month(month) }))
        setAsking(false)
        return queryClient.invalidateQueries()
      },
    }),
  )
  if (preview.isError) return <ErrorNotice error={preview.error} onRetry={() => void preview.refetch()} />
  if (preview.data === undefined) return <Loading />
  const { accounts, checks, isClosable } = preview.data
  const warnings = checks.filter(({ state }) => state === 'warning').length
  const balanceOf = (account: ClosingAccount['account']) =>
    accounts.find((one) => one.account === account)?.balance ?? fenSchema.parse(0)

  function open({ account }: ClosingAccount, direction: 'income' | 'spending') {
    const address = new URLSearchParams({ tab: 'book', account, year: month.slice(0, 4), month, direction })
    void navigate(`/funds?${address.toString()}`)
  }

  return (
    <Section
      title={t('next', { month: dates.month(month) })}
      action={
        <Button type="primary" disabled={!isClosable} onClick={() => setAsking(true)}>
          {t('close', { month: dates.month(month) })}
        </Button>
      }
    >
      <Table<ClosingAccount>
        size="small"
        pagination={false}
        rowKey="account"
        dataSource={accounts}
        columns={[
          { title: t('account'), render: (_, { account }) => t(`funds:account.${account}`) },
          { title: t('carried'), align: 'end', render: (_, { carried }) => <Money fen={carried} /> },
          ...(accounts.some(({ opening }) => opening !== 0)
            ? [
                {
                  title: t('opening'),
                  align: 'end' as const,
                  render: (_: unknown, { opening }: ClosingAccount) => <Money fen={opening} />,
                },
              ]
            : []),
          ...(['income', 'spending'] as const).map((direction) => ({
            title: t(direction),
            align: 'end' as const,
            render: (_: unknown, account: ClosingAccount) => (
              <Button type="link" size="small" onClick={() => open(account, direction)}>
                <Money fen={account[direction]} />
              </Button>
            ),
          })),
          {
            title: t('balance'),
            align: 'end',
            render: (_, { balance }) => (
              <strong>
                <Money fen={balance} />
              </strong>
            ),
          },
        ]}
      />
      <h3 className={styles.heading}>{t('checks')}</h3>
      <ClosingChecks month={month} checks={checks} />
      <Modal
        open={isAsking}
        title={t('closeTitle', { month: dates.month(month) })}
        okText={t('close', { month: dates.month(month) })}
        cancelText={t('common:cancel')}
        confirmLoading={close.isPending}
        onOk={() => close.mutate({ month, duesBalance: balanceOf('dues'), fundsBalance: balanceOf('funds') })}
        onCancel={() => {
          close.reset()
          setAsking(false)
        }}
      >
        <p>{t('closeText')}</p>
        {warnings > 0 && <p>{t('closeWarnings', { count: warnings })}</p>}
        {close.isError && <ErrorNotice error={close.error} />}
      </Modal>
    </Section>
  )
}
