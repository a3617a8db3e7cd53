import { useMutation } from '@tanstack/react-query'
import { Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MemberId, ProviderId } from '../../../../shared/model/id'
import { dayOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormDialog } from '../../../components/FormDialog'
import { FormField } from '../../../components/FormField'
import { MoneyInput } from '../../../components/MoneyInput'
import { PartialDateInput } from '../../../components/PartialDateInput'
import { MemberChoice } from './MemberChoice'
import { ProviderSelect } from './ProviderSelect'
import styles from './registers.module.css'
import { typedDay, typedText, typedYuan } from './typed'
import { useRegisterActs } from './use-register-acts'

interface Draft {
  readonly memberIds: readonly MemberId[]
  readonly on: string
  readonly providerId: ProviderId | null
  readonly package: string
  readonly cost: string
}

/** Arranges a check-up for many members at once. */
export function ArrangeDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('registers')
  const done = useRegisterActs()
  const [initial] = useState<Draft>(() => ({
    ...{ memberIds: [], on: dayOf(new Date()), providerId: null, package: '', cost: '' },
  }))
  const [draft, setDraft] = useState(initial)
  const [tried, setTried] = useState(false)
  const [on, cost] = [typedDay(draft.on), typedYuan(draft.cost)]
  const arrange = useMutation(
    api.care.registers.checkups.arrange.mutationOptions({
      onSuccess: async ({ batchId, members }) => {
        onClose()
        await done(t('checkup.arranged', { count: members }), batchId)
      },
    }),
  )
  const change = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes }))
  const problem = (isWrong: boolean, text: string) => (tried && isWrong ? text : null)

  function save() {
    setTried(true)
    if (on.value === null || cost.problem || draft.memberIds.length === 0) return
    const { memberIds, providerId } = draft
    arrange.mutate({
      ...{ memberIds: [...memberIds], on: on.value, providerId, package: typedText(draft.package), cost: cost.value },
    })
  }

  return (
    <FormDialog
      title={t('checkup.add')}
      dirty={draft !== initial}
      busy={arrange.isPending}
      onSave={save}
      onClose={onClose}
    >
      <Form component={false} layout="vertical">
        <FormField label={t('members')} error={problem(draft.memberIds.length === 0, t('problem.members'))} required>
          {() => <MemberChoice memberIds={draft.memberIds} onChange={(memberIds) => change({ memberIds })} />}
        </FormField>
        <div className={styles.pair}>
          <FormField label={t('checkup.on')} error={problem(on.value === null, t('problem.day'))} required>
            {(control) => <PartialDateInput {...control} value={draft.on} onChange={(text) => change({ on: text })} />}
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
          <FormField label={t('checkup.package')}>
            {(control) => (
              <Input
                {...control}
                maxLength={60}
                value={draft.package}
                onChange={({ target }) => change({ package: target.value })}
              />
            )}
          </FormField>
          <FormField label={t('checkup.costEach')} error={problem(cost.problem, t('problem.amount'))}>
            {(control) => <MoneyInput {...control} value={draft.cost} onChange={(text) => change({ cost: text })} />}
          </FormField>
        </div>
      </Form>
      {arrange.isError && <ErrorNotice error={arrange.error} />}
    </FormDialog>
  )
}
