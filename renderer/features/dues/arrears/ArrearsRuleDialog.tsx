import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, InputNumber, Modal, Radio } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  arrearsRuleInputSchema,
  arrearsTermsSchema,
  type ArrearsRuleInput,
  type ArrearsTerms,
} from '../../../../shared/model/arrears'
import { monthSchema } from '../../../../shared/model/date'
import { dayOf, monthOf } from '../../../../shared/rules/date'
import { arrearsTermsOf, charterTerms, isStricterThanCharter } from '../../../../shared/rules/dues/arrears-course'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormField } from '../../../components/FormField'
import panel from '../../../components/panel.module.css'
import { PartialDateInput } from '../../../components/PartialDateInput'
import { useDates } from '../../../components/use-dates'
import styles from './arrears.module.css'
import { useArrearsTexts } from './use-arrears-texts'

const MONTHS = ['reminderMonths', 'noticeMonths', 'listMonths'] as const

/** The branch's own rule of arrears: when it acts, and what a payment of a part does; the charter stands beside it. */
export function ArrearsRuleDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['arrears', 'common'])
  const { message, modal } = App.useApp()
  const formId = useId()
  const dates = useDates()
  const texts = useArrearsTexts()
  const queryClient = useQueryClient()
  const [today] = useState(() => dayOf(new Date()))
  const [terms, setTerms] = useState<ArrearsTerms>(charterTerms)
  const [validFrom, setValidFrom] = useState<string>(() => monthOf(today))
  const [decision, setDecision] = useState('')
  const [tried, setTried] = useState(false)
  const rules = useQuery(api.dues.arrears.rules.list.queryOptions())
  const settled = () => queryClient.invalidateQueries()
  const add = useMutation(
    api.dues.arrears.rules.add.mutationOptions({
      onSuccess: () => {
        void message.success(t('rule.saved'))
        onClose()
        return settled()
      },
    }),
  )
  const remove = useMutation(api.dues.arrears.rules.remove.mutationOptions({ onSuccess: settled }))
  const month = monthSchema.safeParse(validFrom.trim())
  const isInOrder = terms.reminderMonths <= terms.noticeMonths && terms.noticeMonths <= terms.listMonths
  const rule = arrearsRuleInputSchema.safeParse({
    ...terms,
    validFrom: validFrom.trim(),
    decision: decision.trim() || null,
  } satisfies Record<keyof ArrearsRuleInput, unknown>)
  const known = rules.data ?? []
  const inForce = arrearsTermsOf(known, monthOf(today))
  const error = add.error ?? remove.error
  return (
    <Modal
      open
      width={620}
      title={t('rule.title')}
      okText={t('common:save')}
      cancelText={t('common:cancel')}
      confirmLoading={add.isPending}
      okButtonProps={{ htmlType: 'submit', form: formId }}
      onCancel={onClose}
    >
      <p>{known.length === 0 ? t('rule.charter') : t('rule.inForce', { rule: texts.rule(inForce) })}</p>
      {known.length > 0 && (
        <ul className={styles.leftOut} aria-label={t('rule.history')}>
          {known.map(({ id, validFrom: from, decision: by, ...kept }) => (
            <li key={id}>
              {t('rule.from', { month: dates.month(from) })} {texts.rule(kept)}
              {by !== null && ` ${by}`}
              <Button
                type="link"
                size="small"
                onClick={() => modal.confirm({ title: t('rule.removeText'), onOk: () => remove.mutateAsync({ id }) })}
              >
                {t('rule.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <h3 className={styles.heading}>{t('rule.add')}</h3>
      <Form
        id={formId}
        layout="vertical"
        requiredMark={false}
        onFinish={() => {
          setTried(true)
          if (rule.success) add.mutate(rule.data)
        }}
      >
        <FormField label={t('rule.validFrom')} error={tried && !month.success ? t('rule.wrongMonth') : null}>
          {(control) => <PartialDateInput {...control} value={validFrom} onChange={setValidFrom} />}
        </FormField>
        <div className={panel.bar}>
          {MONTHS.map((name) => (
            <FormField key={name} label={t(`rule.${name}`)}>
              {({ id }) => (
                <InputNumber
                  id={id}
                  min={1}
                  max={24}
                  precision={0}
                  value={terms[name]}
                  onChange={(value) => value !== null && setTerms({ ...terms, [name]: value })}
                />
              )}
            </FormField>
          ))}
        </div>
        {!isInOrder && (
          <p role="alert" className={styles.open}>
            {t('rule.wrongOrder')}
          </p>
        )}
        <FormField label={t('rule.partialPayment')}>
          {({ id }) => (
            <Radio.Group
              id={id}
              value={terms.partialPayment}
              onChange={({ target }) =>
                setTerms({ ...terms, partialPayment: arrearsTermsSchema.shape.partialPayment.parse(target.value) })
              }
              options={arrearsTermsSchema.shape.partialPayment.options.map((value) => ({
                value,
                label: t(`rule.${value}`),
              }))}
            />
          )}
        </FormField>
        <FormField label={t('rule.decision')} hint={t('rule.decisionHint')}>
          {(control) => (
            <Input {...control} maxLength={200} value={decision} onChange={({ target }) => setDecision(target.value)} />
          )}
        </FormField>
      </Form>
      <div className={styles.charter}>
        <strong>{t('charter.title')}</strong>
        {isStricterThanCharter(terms) && <p>{t('charter.stricter')}</p>}
        <p>{t('charter.text')}</p>
      </div>
      {error !== null && <ErrorNotice error={error} />}
    </Modal>
  )
}
