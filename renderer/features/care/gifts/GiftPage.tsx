import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Descriptions } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import type { GiftLine } from '../../../../shared/contract/care/gifts'
import { careGiftIdSchema } from '../../../../shared/model/id'
import { isSensitiveKind } from '../../../../shared/rules/care/sensitive-kinds'
import { dayOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import { Money } from '../../../components/Money'
import { PageHeader } from '../../../components/PageHeader'
import panel from '../../../components/panel.module.css'
import { useDates } from '../../../components/use-dates'
import { useErrorToast } from '../../../components/use-error-toast'
import { useAsOrigin } from '../../../components/use-origin'
import { useUndo } from '../../../components/use-undo'
import { SensitiveGate } from '../../access/SensitiveGate'
import { BookGiftsDialog } from './BookGiftsDialog'
import { draftOfGift } from './gift-draft'
import { GiftDialog } from './GiftDialog'
import styles from './gifts.module.css'
import { SignDialog } from './SignDialog'

/** One gift: what was given, who signed, what paid it. */
export function GiftPage() {
  const { t } = useTranslation('gifts')
  const id = careGiftIdSchema.parse(useParams()['id'])
  const gift = useQuery(api.care.gifts.get.queryOptions({ input: { id } }))
  if (gift.isPending) return <Loading />
  if (gift.isError) {
    return (
      <>
        <PageHeader title={t('register')} backTo="/care?tab=gifts" />
        <ErrorNotice error={gift.error} onRetry={() => void gift.refetch()} />
      </>
    )
  }
  return <OpenGift gift={gift.data} />
}

function OpenGift({ gift }: { readonly gift: GiftLine }) {
  const { t } = useTranslation(['gifts', 'funds', 'common'])
  const navigate = useNavigate()
  const origin = useAsOrigin()
  const queryClient = useQueryClient()
  const { modal } = App.useApp()
  const { offerUndo } = useUndo()
  const [dialog, setDialog] = useState<'change' | 'sign' | 'book' | null>(null)
  const { id, kind, voucherNumber, paidBy } = gift
  const close = () => setDialog(null)
  const remove = useMutation(
    api.care.gifts.remove.mutationOptions({
      onSuccess: async ({ batchId }) => {
        offerUndo(t('removed', { count: 1 }), batchId)
        await navigate('/care?tab=gifts')
        await queryClient.invalidateQueries()
      },
      onError: useErrorToast(),
    }),
  )

  function askRemove() {
    modal.confirm({
      title: t('removeAsk', { count: 1 }),
      content: t('removeText'),
      okText: t('common:remove'),
      okButtonProps: { danger: true },
      focusable: { autoFocusButton: 'cancel' },
      onOk: () => remove.mutateAsync({ ids: [id] }).then(undefined, () => undefined),
    })
  }

  const shared = { ids: [id], onDone: close, onClose: close }
  return (
    <div className={panel.page}>
      <PageHeader
        backTo={`/care?tab=gifts&year=${gift.on.slice(0, 4)}`}
        title={`${gift.name} ${t(`funds:limitItem.${kind}`)}`}
        note={gift.department ?? undefined}
        actions={
          <>
            <Button danger onClick={askRemove}>
              {t('common:remove')}
            </Button>
            {voucherNumber === null && paidBy === null && (
              <Button onClick={() => setDialog('book')}>{t('booking.act')}</Button>
            )}
            <Button onClick={() => setDialog('sign')}>{t('sign.act')}</Button>
            <Button onClick={() => void navigate(`/care/gifts/${id}/approval`, { state: origin })}>
              {t('approval.print')}
            </Button>
            <Button type="primary" onClick={() => setDialog('change')}>
              {t('common:edit')}
            </Button>
          </>
        }
      />
      <GiftFacts gift={gift} />
      {isSensitiveKind(kind) && (
        <SensitiveGate masked={<p className={panel.quiet}>{t('hiddenText')}</p>}>
          <GiftWords gift={gift} />
        </SensitiveGate>
      )}
      {dialog === 'change' && <GiftDialog initial={draftOfGift(gift, dayOf(new Date()))} gift={gift} onClose={close} />}
      {dialog === 'sign' && <SignDialog {...shared} today={dayOf(new Date())} />}
      {dialog === 'book' && <BookGiftsDialog {...shared} />}
    </div>
  )
}

function GiftFacts({ gift }: { readonly gift: GiftLine }) {
  const { t } = useTranslation(['gifts', 'funds'])
  const dates = useDates()
  const { kind, fundEntryId, voucherNumber, aidKind } = gift
  const facts = [
    {
      key: 'who',
      label: t('who'),
      children: <Link to={`/members/${gift.memberId}?tab=care`}>{gift.name}</Link>,
    },
    { key: 'on', label: t('on'), children: dates.longDay(gift.on) },
    { key: 'occasion', label: t('occasion'), children: isSensitiveKind(kind) ? null : gift.occasion },
    { key: 'aidKind', label: t('aidKind'), children: aidKind === null ? null : t(`aid.${aidKind}`) },
    { key: 'form', label: t('form'), children: t(`funds:form.${gift.form}`) },
    { key: 'goods', label: t('goods'), children: gift.goods },
    { key: 'amount', label: t('amount'), children: <Money fen={gift.amount} /> },
    { key: 'decision', label: t('decision'), children: gift.decision },
    { key: 'overLimitReason', label: t('funds:entry.overLimitReason'), children: gift.overLimitReason },
    { key: 'signed', label: t('signed'), children: gift.signedOn ?? t('unsigned') },
    { key: 'receivedBy', label: t('receivedBy'), children: gift.receivedBy },
    {
      key: 'booked',
      label: t('booked'),
      children:
        voucherNumber !== null && fundEntryId !== null ? (
          <Link to={`/funds/entries/${fundEntryId}`}>{t('voucher', { number: voucherNumber })}</Link>
        ) : (
          (gift.paidBy ?? t('unbooked'))
        ),
    },
    { key: 'note', label: t('note'), children: isSensitiveKind(kind) ? null : gift.note },
  ]
  return (
    <Descriptions
      className={styles.facts ?? ''}
      bordered
      size="small"
      column={{ xs: 1, lg: 2 }}
      items={facts.filter(({ children }) => children !== null)}
    />
  )
}

/** Occasion and note where they say something of health. */
function GiftWords({ gift }: { readonly gift: GiftLine }) {
  const { t } = useTranslation(['gifts', 'common'])
  return (
    <Descriptions
      className={styles.facts ?? ''}
      bordered
      size="small"
      column={1}
      items={[
        { key: 'occasion', label: t('occasion'), children: gift.occasion ?? t('common:empty') },
        { key: 'note', label: t('note'), children: gift.note ?? t('common:empty') },
      ]}
    />
  )
}
