import { skipToken, useMutation, useQuery } from '@tanstack/react-query'
import { Alert, AutoComplete, Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { daySchema } from '../../../../shared/model/date'
import type { MemberId } from '../../../../shared/model/id'
import { mutualAidInputSchema, type MutualAid } from '../../../../shared/model/service-register'
import { dayOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormDialog } from '../../../components/FormDialog'
import { FormField } from '../../../components/FormField'
import { MoneyInput } from '../../../components/MoneyInput'
import { PartialDateInput } from '../../../components/PartialDateInput'
import { MemberChoice } from './MemberChoice'
import styles from './registers.module.css'
import { amountText, typedDay, typedText, typedYuan } from './typed'
import { useRegisterActs } from './use-register-acts'

interface EnrolDialogProps {
  /** The cover to be changed; without it many are covered. */
  readonly cover?: MutualAid
  readonly onClose: () => void
}

const payers = mutualAidInputSchema.shape.payer.options
const NOBODY: readonly MemberId[] = []

/** Covers many members by a plan of mutual aid at once, or changes one cover. */
export function EnrolDialog({ cover, onClose }: EnrolDialogProps) {
  const { t } = useTranslation('registers')
  const done = useRegisterActs()
  const [initial] = useState(() => {
    const year = dayOf(new Date()).slice(0, 4)
    return {
      memberIds: NOBODY,
      plan: cover?.plan ?? '',
      validFrom: cover?.validFrom ?? daySchema.parse(`${year}-01-01`),
      validUntil: cover?.validUntil ?? daySchema.parse(`${year}-12-31`),
      premium: amountText(cover?.premium),
      payer: cover?.payer ?? 'union',
      number: cover?.number ?? '',
      note: cover?.note ?? '',
    }
  })
  const [draft, setDraft] = useState<Draft>(initial)
  const [tried, setTried] = useState(false)
  const plans = useQuery(api.care.registers.mutualAid.plans.queryOptions())
  const [from, until, premium] = [typedDay(draft.validFrom), typedDay(draft.validUntil), typedYuan(draft.premium)]
  const plan = draft.plan.trim()
  const days =
    from.value !== null && until.value !== null && from.value <= until.value
      ? { validFrom: from.value, validUntil: until.value }
      : null
  const preview = useQuery(
    api.care.registers.mutualAid.previewEnrol.queryOptions({
      input:
        days === null || plan === '' || draft.memberIds.length === 0
          ? skipToken
          : { memberIds: [...draft.memberIds], plan, ...days },
    }),
  )
  const enrol = useMutation(
    api.care.registers.mutualAid.enrol.mutationOptions({
      onSuccess: async ({ batchId, members }) => {
        onClose()
        await done(t('cover.enrolled', { count: members }), batchId)
      },
    }),
  )
  const update = useMutation(
    api.care.registers.mutualAid.updateCover.mutationOptions({
      onSuccess: async ({ batchId }) => {
        onClose()
        await done(t('saved'), batchId)
      },
    }),
  )
  const error = enrol.error ?? update.error
  const change = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes }))
  const problem = (isWrong: boolean, text: string) => (tried && isWrong ? text : null)

  function save() {
    setTried(true)
    if (days === null || plan === '' || premium.value === null) return
    const written = { plan, ...days, premium: premium.value, payer: draft.payer, note: typedText(draft.note) }
    if (cover !== undefined) update.mutate({ id: cover.id, cover: { ...written, number: typedText(draft.number) } })
    else if (draft.memberIds.length > 0) enrol.mutate({ ...written, memberIds: [...draft.memberIds] })
  }

  return (
    <FormDialog
      title={t(cover === undefined ? 'cover.add' : 'cover.edit')}
      width={760}
      dirty={draft !== initial}
      busy={enrol.isPending || update.isPending}
      onSave={save}
      onClose={onClose}
    >
      <Form component={false} layout="vertical">
        {cover === undefined && (
          <FormField label={t('members')} error={problem(draft.memberIds.length === 0, t('problem.members'))} required>
            {() => <MemberChoice memberIds={draft.memberIds} onChange={(memberIds) => change({ memberIds })} />}
          </FormField>
        )}
        <FormField label={t('cover.plan')} error={problem(plan === '', t('problem.plan'))} required>
          {({ id, status }) => (
            <AutoComplete
              id={id}
              status={status}
              maxLength={100}
              value={draft.plan}
              onChange={(text: string) => change({ plan: text })}
              options={(plans.data ?? []).map((value) => ({ value }))}
            />
          )}
        </FormField>
        <div className={styles.pair}>
          <FormField label={t('cover.from')} error={problem(from.value === null, t('problem.day'))} required>
            {(control) => (
              <PartialDateInput {...control} value={draft.validFrom} onChange={(text) => change({ validFrom: text })} />
            )}
          </FormField>
          <FormField label={t('cover.until')} error={problem(days === null, t('problem.until'))} required>
            {(control) => (
              <PartialDateInput
                {...control}
                value={draft.validUntil}
                onChange={(text) => change({ validUntil: text })}
              />
            )}
          </FormField>
          <FormField label={t('cover.premium')} error={problem(premium.value === null, t('problem.amount'))} required>
            {(control) => (
              <MoneyInput {...control} value={draft.premium} onChange={(text) => change({ premium: text })} />
            )}
          </FormField>
          <FormField label={t('cover.payer')}>
            {({ id }) => (
              <Radio.Group
                id={id}
                optionType="button"
                value={draft.payer}
                onChange={({ target }) => change({ payer: payers.find((payer) => payer === target.value) ?? 'union' })}
                options={payers.map((value) => ({ value, label: t(`payer.${value}`) }))}
              />
            )}
          </FormField>
        </div>
        {cover !== undefined && (
          <FormField label={t('cover.number')}>
            {(control) => (
              <Input
                {...control}
                maxLength={60}
                value={draft.number}
                onChange={({ target }) => change({ number: target.value })}
              />
            )}
          </FormField>
        )}
        <FormField label={t('note')}>
          {(control) => (
            <Input
              {...control}
              maxLength={500}
              value={draft.note}
              onChange={({ target }) => change({ note: target.value })}
            />
          )}
        </FormField>
      </Form>
      {preview.data !== undefined && preview.data.covered > 0 && (
        <Alert type="info" showIcon title={t('cover.covered', { count: preview.data.covered })} />
      )}
      {error !== null && <ErrorNotice error={error} />}
    </FormDialog>
  )
}

interface Draft {
  readonly memberIds: readonly MemberId[]
  readonly plan: string
  readonly validFrom: string
  readonly validUntil: string
  readonly premium: string
  readonly payer: MutualAid['payer']
  readonly number: string
  readonly note: string
}
