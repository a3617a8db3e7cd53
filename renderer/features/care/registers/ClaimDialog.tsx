import { useMutation } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MutualAidId } from '../../../../shared/model/id'
import { mutualAidClaimInputSchema, type MutualAidClaim } from '../../../../shared/model/service-register'
import { dayOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormDialog } from '../../../components/FormDialog'
import { FormField } from '../../../components/FormField'
import { MoneyInput } from '../../../components/MoneyInput'
import { PartialDateInput } from '../../../components/PartialDateInput'
import styles from './registers.module.css'
import { amountText, typedDay, typedText, typedYuan } from './typed'
import { useRegisterActs } from './use-register-acts'

interface ClaimDialogProps {
  /** The cover that is claimed from. */
  readonly cover: { readonly id: MutualAidId; readonly name: string; readonly plan: string }
  /** The claim to be changed; a new one without it. */
  readonly claim?: MutualAidClaim
  readonly onClose: () => void
}

const kinds = mutualAidClaimInputSchema.shape.kind.options

/** Records or changes a claim of mutual aid. */
export function ClaimDialog({ cover, claim, onClose }: ClaimDialogProps) {
  const { t } = useTranslation('registers')
  const done = useRegisterActs()
  const [initial] = useState(() => ({
    kind: claim?.kind ?? ('hospital' as const),
    happenedOn: claim?.happenedOn ?? '',
    claimedOn: claim?.claimedOn ?? dayOf(new Date()),
    claimed: amountText(claim?.claimed),
    paid: amountText(claim?.paid),
    paidOn: claim?.paidOn ?? '',
    refusal: claim?.refusal ?? '',
    note: claim?.note ?? '',
  }))
  const [draft, setDraft] = useState<Draft>(initial)
  const [tried, setTried] = useState(false)
  const happenedOn = typedDay(draft.happenedOn)
  const claimedOn = typedDay(draft.claimedOn)
  const paidOn = typedDay(draft.paidOn)
  const [claimed, paid] = [typedYuan(draft.claimed), typedYuan(draft.paid)]
  const refusal = typedText(draft.refusal)
  const isOrdered = happenedOn.value === null || claimedOn.value === null || happenedOn.value <= claimedOn.value
  const isPaidWhole = (paid.value === null) === (paidOn.value === null)
  const onSaved = async ({ batchId }: { batchId: Parameters<typeof done>[1] }) => {
    onClose()
    await done(t('saved'), batchId)
  }
  const add = useMutation(api.care.registers.mutualAid.addClaim.mutationOptions({ onSuccess: onSaved }))
  const update = useMutation(api.care.registers.mutualAid.updateClaim.mutationOptions({ onSuccess: onSaved }))
  const error = add.error ?? update.error
  const change = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes }))
  const problem = (isWrong: boolean, text: string) => (tried && isWrong ? text : null)

  function save() {
    setTried(true)
    if (happenedOn.value === null || claimedOn.value === null || !isOrdered || !isPaidWhole) return
    if (claimed.problem || paid.problem || paidOn.problem || (paid.value !== null && refusal !== null)) return
    const written = {
      ...{ mutualAidId: cover.id, kind: draft.kind, happenedOn: happenedOn.value, claimedOn: claimedOn.value },
      ...{ claimed: claimed.value, paid: paid.value, paidOn: paidOn.value, refusal, note: typedText(draft.note) },
    }
    if (claim === undefined) add.mutate(written)
    else update.mutate({ id: claim.id, claim: written })
  }

  return (
    <FormDialog
      title={t(claim === undefined ? 'claim.addTitle' : 'claim.editTitle', { name: cover.name, plan: cover.plan })}
      width={760}
      dirty={draft !== initial}
      busy={add.isPending || update.isPending}
      onSave={save}
      onClose={onClose}
    >
      <Form component={false} layout="vertical">
        <div className={styles.pair}>
          <FormField label={t('claim.kind')}>
            {(control) => (
              <Select<MutualAidClaim['kind']>
                {...control}
                value={draft.kind}
                onChange={(kind) => change({ kind })}
                options={kinds.map((value) => ({ value, label: t(`claimKind.${value}`) }))}
              />
            )}
          </FormField>
          <FormField
            label={t('claim.happenedOn')}
            error={problem(happenedOn.value === null, t('problem.day'))}
            required
          >
            {(control) => (
              <PartialDateInput
                {...control}
                value={draft.happenedOn}
                onChange={(text) => change({ happenedOn: text })}
              />
            )}
          </FormField>
          <FormField
            label={t('claim.claimedOn')}
            error={problem(claimedOn.value === null || !isOrdered, t('problem.claimedOn'))}
            required
          >
            {(control) => (
              <PartialDateInput {...control} value={draft.claimedOn} onChange={(text) => change({ claimedOn: text })} />
            )}
          </FormField>
          <FormField label={t('claim.claimed')} error={problem(claimed.problem, t('problem.amount'))}>
            {(control) => (
              <MoneyInput {...control} value={draft.claimed} onChange={(text) => change({ claimed: text })} />
            )}
          </FormField>
          <FormField label={t('claim.paid')} error={problem(paid.problem, t('problem.amount'))}>
            {(control) => <MoneyInput {...control} value={draft.paid} onChange={(text) => change({ paid: text })} />}
          </FormField>
          <FormField label={t('claim.paidOn')} error={problem(paidOn.problem || !isPaidWhole, t('problem.paidOn'))}>
            {(control) => (
              <PartialDateInput {...control} value={draft.paidOn} onChange={(text) => change({ paidOn: text })} />
            )}
          </FormField>
        </div>
        <FormField
          label={t('claim.refusal')}
          hint={t('claim.refusalHint')}
          error={problem(paid.value !== null && refusal !== null, t('problem.refusal'))}
        >
          {(control) => (
            <Input
              {...control}
              maxLength={200}
              value={draft.refusal}
              onChange={({ target }) => change({ refusal: target.value })}
            />
          )}
        </FormField>
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
      {error !== null && <ErrorNotice error={error} />}
    </FormDialog>
  )
}

interface Draft {
  readonly kind: MutualAidClaim['kind']
  readonly happenedOn: string
  readonly claimedOn: string
  readonly claimed: string
  readonly paid: string
  readonly paidOn: string
  readonly refusal: string
  readonly note: string
}
