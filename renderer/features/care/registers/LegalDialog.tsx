import { useMutation } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { legalCaseInputSchema, type LegalCase } from '../../../../shared/model/service-register'
import { dayOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormDialog } from '../../../components/FormDialog'
import { FormField } from '../../../components/FormField'
import { MoneyInput } from '../../../components/MoneyInput'
import { PartialDateInput } from '../../../components/PartialDateInput'
import { amountText, typedDay, typedText, typedYuan } from './typed'
import { MemberSelect } from '../../organisation/MemberSelect'
import { ProviderSelect } from './ProviderSelect'
import styles from './registers.module.css'
import { useRegisterActs } from './use-register-acts'

interface LegalDialogProps {
  /** The case to be changed; a new one without it. */
  readonly legalCase?: LegalCase
  readonly onClose: () => void
}

const kinds = legalCaseInputSchema.shape.kind.options

/** Records or changes a case of legal aid. */
export function LegalDialog({ legalCase, onClose }: LegalDialogProps) {
  const { t } = useTranslation('registers')
  const done = useRegisterActs()
  const [initial] = useState(() => ({
    memberId: legalCase?.memberId ?? null,
    kind: legalCase?.kind ?? ('advice' as const),
    openedOn: legalCase?.openedOn ?? dayOf(new Date()),
    matter: legalCase?.matter ?? '',
    providerId: legalCase?.providerId ?? null,
    handler: legalCase?.handler ?? '',
    closedOn: legalCase?.closedOn ?? '',
    outcome: legalCase?.outcome ?? '',
    cost: amountText(legalCase?.cost),
    note: legalCase?.note ?? '',
  }))
  const [draft, setDraft] = useState<Draft>(initial)
  const [tried, setTried] = useState(false)
  const [openedOn, closedOn, cost] = [typedDay(draft.openedOn), typedDay(draft.closedOn), typedYuan(draft.cost)]
  const isOrdered = openedOn.value === null || closedOn.value === null || closedOn.value >= openedOn.value
  const onSaved = async ({ batchId }: { batchId: Parameters<typeof done>[1] }) => {
    onClose()
    await done(t('saved'), batchId)
  }
  const add = useMutation(api.care.registers.legal.add.mutationOptions({ onSuccess: onSaved }))
  const update = useMutation(api.care.registers.legal.update.mutationOptions({ onSuccess: onSaved }))
  const error = add.error ?? update.error
  const change = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes }))
  const problem = (isWrong: boolean, text: string) => (tried && isWrong ? text : null)

  function save() {
    setTried(true)
    const { memberId, kind, providerId } = draft
    const matter = draft.matter.trim()
    if (memberId === null || openedOn.value === null || matter === '') return
    if (closedOn.problem || cost.problem || !isOrdered) return
    const written = {
      ...{ memberId, kind, providerId, matter, openedOn: openedOn.value, closedOn: closedOn.value, cost: cost.value },
      handler: typedText(draft.handler),
      outcome: typedText(draft.outcome),
      note: typedText(draft.note),
    }
    if (legalCase === undefined) add.mutate(written)
    else update.mutate({ id: legalCase.id, legalCase: written })
  }

  return (
    <FormDialog
      title={t(legalCase === undefined ? 'legal.add' : 'legal.edit')}
      width={760}
      dirty={draft !== initial}
      busy={add.isPending || update.isPending}
      onSave={save}
      onClose={onClose}
    >
      <Form component={false} layout="vertical">
        <div className={styles.pair}>
          <FormField label={t('member')} error={problem(draft.memberId === null, t('problem.member'))} required>
            {({ id, status }) => (
              <MemberSelect
                id={id}
                status={status}
                value={draft.memberId}
                placeholder={t('memberPlaceholder')}
                onChange={(memberId) => change({ memberId })}
              />
            )}
          </FormField>
          <FormField label={t('legal.openedOn')} error={problem(openedOn.value === null, t('problem.day'))} required>
            {(control) => (
              <PartialDateInput {...control} value={draft.openedOn} onChange={(text) => change({ openedOn: text })} />
            )}
          </FormField>
          <FormField label={t('legal.kind')}>
            {(control) => (
              <Select<LegalCase['kind']>
                {...control}
                value={draft.kind}
                onChange={(kind) => change({ kind })}
                options={kinds.map((value) => ({ value, label: t(`legalKind.${value}`) }))}
              />
            )}
          </FormField>
          <FormField label={t('provider')} hint={t('providerHint')}>
            {({ id }) => (
              <ProviderSelect
                id={id}
                value={draft.providerId}
                placeholder={t('providerPlaceholder')}
                onChange={(providerId) => change({ providerId })}
              />
            )}
          </FormField>
        </div>
        <FormField label={t('legal.matter')} error={problem(draft.matter.trim() === '', t('problem.text'))} required>
          {(control) => (
            <Input
              {...control}
              maxLength={200}
              value={draft.matter}
              onChange={({ target }) => change({ matter: target.value })}
            />
          )}
        </FormField>
        <div className={styles.pair}>
          <FormField label={t('legal.handler')}>
            {(control) => (
              <Input
                {...control}
                maxLength={60}
                value={draft.handler}
                onChange={({ target }) => change({ handler: target.value })}
              />
            )}
          </FormField>
          <FormField label={t('legal.cost')} error={problem(cost.problem, t('problem.amount'))}>
            {(control) => <MoneyInput {...control} value={draft.cost} onChange={(text) => change({ cost: text })} />}
          </FormField>
          <FormField
            label={t('legal.closedOn')}
            error={problem(closedOn.problem || !isOrdered, t('problem.closedOn'))}
            hint={t('legal.closedOnHint')}
          >
            {(control) => (
              <PartialDateInput {...control} value={draft.closedOn} onChange={(text) => change({ closedOn: text })} />
            )}
          </FormField>
          <FormField label={t('legal.outcome')}>
            {(control) => (
              <Input
                {...control}
                maxLength={300}
                value={draft.outcome}
                onChange={({ target }) => change({ outcome: target.value })}
              />
            )}
          </FormField>
        </div>
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
  readonly memberId: LegalCase['memberId'] | null
  readonly kind: LegalCase['kind']
  readonly openedOn: string
  readonly matter: string
  readonly providerId: LegalCase['providerId']
  readonly handler: string
  readonly closedOn: string
  readonly outcome: string
  readonly cost: string
  readonly note: string
}
