import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GiftLine } from '../../../../shared/contract/care/gifts'
import { aidKindSchema, careKindSchema, type AidKind, type CareKind } from '../../../../shared/model/care-gift'
import { fundFormSchema, type FundForm } from '../../../../shared/model/fund'
import type { BatchId } from '../../../../shared/model/id'
import { dayOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import { FormDialog } from '../../../components/FormDialog'
import { FormField } from '../../../components/FormField'
import { MoneyInput } from '../../../components/MoneyInput'
import { PartialDateInput } from '../../../components/PartialDateInput'
import { Section } from '../../../components/Section'
import { useErrorToast } from '../../../components/use-error-toast'
import { useUndo } from '../../../components/use-undo'
import { LimitCheck } from '../../funds/limits/LimitCheck'
import { BookingFields } from './BookingFields'
import {
  limitedGifts,
  newBookingDraft,
  readGiftDraft,
  usualForm,
  type DraftProblem,
  type GiftDraft,
} from './gift-draft'
import { GiftRecipients } from './GiftRecipients'
import styles from './gifts.module.css'

interface GiftDialogProps {
  readonly initial: GiftDraft
  /** The gift that is changed; none for new ones. */
  readonly gift?: GiftLine
  /** Kind and people were chosen before. */
  readonly isProposed?: boolean
  readonly onDone?: (batchId: BatchId, on: string) => void
  readonly onClose: () => void
}

const payments = ['later', 'book', 'others'] as const

/** Records what one or many are given, held against the limits while it is typed, and books it where wanted. */
export function GiftDialog({ initial, gift, isProposed = false, onDone, onClose }: GiftDialogProps) {
  const { t } = useTranslation(['gifts', 'funds', 'common'])
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const [today] = useState(() => dayOf(new Date()))
  const [draft, setDraft] = useState(initial)
  const [tried, setTried] = useState(false)
  const onError = useErrorToast()
  const { gifts, booking, problems } = readGiftDraft(draft, today)
  const add = useMutation(
    api.care.gifts.add.mutationOptions({
      onSuccess: ({ batchId, booked }, { gifts: given }) => {
        const done = t('added', { count: given.length })
        offerUndo(booked === null ? done : t('addedBooked', { done, number: booked.voucherNumber }), batchId)
        onClose()
        onDone?.(batchId, draft.on)
        return queryClient.invalidateQueries()
      },
      onError,
    }),
  )
  const change = useMutation(
    api.care.gifts.change.mutationOptions({
      onSuccess: ({ batchId }) => {
        offerUndo(t('changed'), batchId)
        onClose()
        return queryClient.invalidateQueries()
      },
      onError,
    }),
  )
  const isBooked = gift !== undefined && gift.voucherNumber !== null
  const isHidden = gift?.isHidden === true

  const set = (changes: Partial<GiftDraft>) => setDraft((before) => ({ ...before, ...changes }))

  function chooseKind(kind: CareKind) {
    set({
      kind,
      form: usualForm(kind, today),
      booking: { ...newBookingDraft(kind, draft.booking.on, draft.booking.summary) },
    })
  }

  function problem(name: DraftProblem): string | null {
    return tried && problems.has(name) ? t(`problem.${name}`) : null
  }

  function save() {
    setTried(true)
    if (gifts === null) return
    const [first] = gifts
    if (gift === undefined) {
      // The log says no more than the register does.
      const title = t(`funds:limitItem.${draft.kind}`)
      add.mutate({
        title: draft.occasion.trim() !== '' && isProposed ? draft.occasion.trim() : title,
        gifts: [...gifts],
        booking,
      })
    } else if (first !== undefined) change.mutate({ id: gift.id, gift: first })
  }

  const text = (field: 'goods' | 'decision' | 'note' | 'occasion', maxLength: number, hint: string) => (
    <FormField label={t(field)} hint={hint}>
      {(control) => (
        <Input
          {...control}
          disabled={isHidden && (field === 'note' || field === 'occasion')}
          maxLength={maxLength}
          value={draft[field]}
          onChange={({ target }) => set({ [field]: target.value })}
        />
      )}
    </FormField>
  )
  const spending = limitedGifts(draft, gift?.id ?? null)
  return (
    <FormDialog
      title={gift === undefined ? t('add') : t('change', { name: gift.name })}
      width={860}
      dirty={draft !== initial}
      busy={add.isPending || change.isPending}
      onSave={save}
      onClose={onClose}
    >
      <Form component={false} layout="vertical">
        {gift === undefined && (
          <GiftRecipients
            recipients={draft.recipients}
            error={problem('recipients')}
            isFixed={isProposed}
            onChange={(recipients) => set({ recipients })}
          />
        )}
        <div className={styles.pair}>
          <FormField label={t('kind')} hint={isBooked ? t('bookedHint') : undefined} required>
            {({ id }) => (
              <Select<CareKind>
                id={id}
                disabled={isBooked || isProposed}
                value={draft.kind}
                onChange={chooseKind}
                options={careKindSchema.options.map((value) => ({ value, label: t(`funds:limitItem.${value}`) }))}
              />
            )}
          </FormField>
          {text('occasion', 60, isHidden ? t('hiddenHint') : t('hint.occasion'))}
          <FormField label={t('on')} error={problem('on')} required>
            {({ ...control }) => (
              <PartialDateInput {...control} value={draft.on} onChange={(on) => !isBooked && set({ on })} />
            )}
          </FormField>
          <FormField label={t('amountEach')} error={problem('amount')} required>
            {(control) => (
              <MoneyInput {...control} value={draft.amount} onChange={(amount) => !isBooked && set({ amount })} />
            )}
          </FormField>
          <FormField
            label={t('form')}
            hint={draft.form === 'shoppingCard' ? t('funds:entry.shoppingCardHint') : undefined}
            required
          >
            {({ id }) => (
              <Select<FundForm>
                id={id}
                disabled={isBooked}
                value={draft.form}
                onChange={(form) => set({ form })}
                options={fundFormSchema.options.map((value) => ({ value, label: t(`funds:form.${value}`) }))}
              />
            )}
          </FormField>
          {text('goods', 100, t('hint.goods'))}
          {draft.kind === 'hardship' && (
            <FormField label={t('aidKind')} error={problem('aidKind')}>
              {({ id }) => (
                <Select<AidKind>
                  id={id}
                  allowClear
                  value={draft.aidKind}
                  onChange={(aidKind: AidKind | undefined) => set({ aidKind: aidKind ?? null })}
                  options={aidKindSchema.options.map((value) => ({ value, label: t(`aid.${value}`) }))}
                />
              )}
            </FormField>
          )}
          {text('decision', 200, t('hint.decision'))}
          {text('note', 500, isHidden ? t('hiddenHint') : t('hint.note'))}
        </div>
        {spending !== null && (
          <div className={styles.limits}>
            <LimitCheck
              spending={spending}
              reason={draft.overLimitReason}
              onReason={(overLimitReason) => set({ overLimitReason })}
            />
          </div>
        )}
        {!isBooked && (
          <Section title={t('payment.title')}>
            <Radio.Group
              className={styles.payment ?? ''}
              aria-label={t('payment.title')}
              value={draft.payment}
              onChange={({ target }) => set({ payment: payments.find((one) => one === target.value) ?? 'later' })}
              options={payments
                .filter((one) => gift === undefined || one !== 'book')
                .map((value) => ({ value, label: t(`payment.${value}`) }))}
            />
            {draft.payment === 'others' && (
              <FormField label={t('paidBy')} hint={t('hint.paidBy')} error={problem('paidBy')} required>
                {(control) => (
                  <Input
                    {...control}
                    maxLength={60}
                    value={draft.paidBy}
                    onChange={({ target }) => set({ paidBy: target.value })}
                  />
                )}
              </FormField>
            )}
            {draft.payment === 'book' && (
              <BookingFields
                draft={draft.booking}
                problem={problem}
                onChange={(changes) => set({ booking: { ...draft.booking, ...changes } })}
              />
            )}
          </Section>
        )}
      </Form>
    </FormDialog>
  )
}
