import { useQuery } from '@tanstack/react-query'
import { Button, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { GiftLine } from '../../../../shared/contract/care/gifts'
import type { MemberId } from '../../../../shared/model/id'
import { dayOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Money } from '../../../components/Money'
import panel from '../../../components/panel.module.css'
import { Section } from '../../../components/Section'
import { newGiftDraft, type Recipient } from './gift-draft'
import { GiftDialog } from './GiftDialog'
import { useGiftTexts } from './use-gift-texts'

interface MemberGiftsProps {
  readonly memberId: MemberId
  readonly name: string
  readonly department: string | null
}

/** What a member was given in all years. */
export function MemberGifts(member: MemberGiftsProps) {
  const { t } = useTranslation(['gifts', 'funds'])
  const texts = useGiftTexts()
  const [adding, setAdding] = useState<Recipient | null>(null)
  const gifts = useQuery(api.care.gifts.ofMember.queryOptions({ input: { memberId: member.memberId } }))
  if (gifts.isError) return <ErrorNotice error={gifts.error} onRetry={() => void gifts.refetch()} />
  const { memberId, name, department } = member
  return (
    <Section
      title={t('register')}
      action={<Button onClick={() => setAdding({ memberId, name, department })}>{t('add')}</Button>}
    >
      {gifts.data?.length === 0 ? (
        <p className={panel.quiet}>{t('noneOfMember')}</p>
      ) : (
        <Table<GiftLine>
          size="small"
          pagination={false}
          loading={gifts.isPending}
          rowKey="id"
          scroll={{ x: 720 }}
          dataSource={gifts.data ?? []}
          columns={[
            { title: t('on'), width: 110, dataIndex: 'on' },
            {
              title: t('kind'),
              width: 170,
              render: (_, { id, kind }) => <Link to={`/care/gifts/${id}`}>{t(`funds:limitItem.${kind}`)}</Link>,
            },
            { title: t('what'), render: (_, gift) => texts.what(gift) },
            { title: t('form'), width: 130, render: (_, { form }) => t(`funds:form.${form}`) },
            { title: t('amount'), width: 120, align: 'end', render: (_, { amount }) => <Money fen={amount} /> },
            { title: t('signed'), width: 120, render: (_, { signedOn }) => signedOn ?? t('unsigned') },
          ]}
        />
      )}
      {adding !== null && (
        <GiftDialog
          initial={newGiftDraft('hospital', dayOf(new Date()), { recipients: [adding] })}
          onClose={() => setAdding(null)}
        />
      )}
    </Section>
  )
}
