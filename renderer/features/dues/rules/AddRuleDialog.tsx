import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Form, Input, Modal, Radio, Select, Space } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Month } from '../../../../shared/model/date'
import { fenSchema } from '../../../../shared/model/money'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormField } from '../../../components/FormField'
import { MoneyInput } from '../../../components/MoneyInput'
import { formatYuan } from '../../../components/yuan'
import styles from '../dues.module.css'
import { newRuleDraft, readRuleDraft, type RuleDraft, type RuleProblem } from './rule-draft'
import { RuleExample } from './RuleExample'

interface AddRuleDialogProps {
  /** The month from which the rule is to hold unless another is typed. */
  readonly month: Month
  readonly onClose: () => void
}

const baseSteps = [1, 100, 1000, 10_000]
const roundingUnits = [1, 10, 100]

/** Sets how much dues are, from a month on. */
export function AddRuleDialog({ month, onClose }: AddRuleDialogProps) {
  const { t } = useTranslation(['dues', 'common'])
  const { message } = App.useApp()
  const formId = useId()
  const queryClient = useQueryClient()
  const [draft, setDraft] = useState(() => newRuleDraft(month))
  const [tried, setTried] = useState(false)
  const { rule, problems } = readRuleDraft(draft)
  const addRule = useMutation(
    api.dues.rules.add.mutationOptions({
      onSuccess: () => {
        void message.success(t('rule.saved'))
        onClose()
        return queryClient.invalidateQueries()
      },
    }),
  )

  function change(changes: Partial<RuleDraft>) {
    setDraft((before) => ({ ...before, ...changes }))
  }

  function problem(name: RuleProblem): string | null {
    return tried && problems.has(name) ? t(`rule.problem.${name}`) : null
  }

  function save() {
    setTried(true)
    if (rule !== null) addRule.mutate(rule)
  }

  return (
    <Modal
      open
      width={640}
      title={t('rule.set')}
      okText={t('common:save')}
      cancelText={t('common:cancel')}
      confirmLoading={addRule.isPending}
      okButtonProps={{ htmlType: 'submit', form: formId }}
      onCancel={onClose}
    >
      <Form id={formId} layout="vertical" onFinish={save}>
        <FormField label={t('rule.kind')}>
          {(control) => (
            <Radio.Group
              id={control.id}
              value={draft.kind}
              onChange={({ target }) => change({ kind: target.value === 'flat' ? 'flat' : 'rate' })}
              options={(['rate', 'flat'] as const).map((value) => ({ value, label: t(`rule.kinds.${value}`) }))}
            />
          )}
        </FormField>
        {draft.kind === 'flat' ? (
          <FormField label={t('rule.amount')} error={problem('amount')} required>
            {(control) => <MoneyInput {...control} value={draft.amount} onChange={(amount) => change({ amount })} />}
          </FormField>
        ) : (
          <>
            <FormField label={t('rule.rateLabel')} error={problem('rate')} required>
              {(control) => (
                <Space.Compact block>
                  <Input
                    {...control}
                    className="numeric"
                    inputMode="decimal"
                    value={draft.rate}
                    onChange={({ target }) => change({ rate: target.value })}
                  />
                  <Select
                    aria-label={t('rule.rateUnit')}
                    className={styles.rateUnit ?? ''}
                    value={draft.rateUnit}
                    onChange={(rateUnit) => change({ rateUnit })}
                    options={(['percent', 'permille'] as const).map((value) => ({ value, label: t(`rule.${value}`) }))}
                  />
                </Space.Compact>
              )}
            </FormField>
            <FormField label={t('rule.baseStepLabel')}>
              {(control) => (
                <Select
                  id={control.id}
                  value={draft.baseStep}
                  onChange={(baseStep) => change({ baseStep })}
                  options={baseSteps.map((value) => ({
                    value,
                    label:
                      value === 1
                        ? t('rule.wholeBase')
                        : t('rule.baseStep', { step: formatYuan(fenSchema.parse(value)) }),
                  }))}
                />
              )}
            </FormField>
            <FormField label={t('rule.roundingLabel')}>
              {(control) => (
                <Select
                  id={control.id}
                  value={draft.roundingUnit}
                  onChange={(roundingUnit) => change({ roundingUnit })}
                  options={roundingUnits.map((value) => ({
                    value,
                    label: t('rule.rounding', { unit: formatYuan(fenSchema.parse(value)) }),
                  }))}
                />
              )}
            </FormField>
          </>
        )}
        <FormField label={t('rule.validFrom')} error={problem('validFrom')} hint={t('rule.validFromHint')} required>
          {(control) => (
            <Input
              {...control}
              className="numeric"
              value={draft.validFrom}
              onChange={({ target }) => change({ validFrom: target.value })}
            />
          )}
        </FormField>
        <FormField label={t('rule.decision')} hint={t('rule.decisionHint')}>
          {(control) => (
            <Input
              {...control}
              maxLength={200}
              value={draft.decision}
              onChange={({ target }) => change({ decision: target.value })}
            />
          )}
        </FormField>
      </Form>
      {rule !== null && <RuleExample formula={rule.formula} />}
      {addRule.isError && <ErrorNotice error={addRule.error} />}
    </Modal>
  )
}
