import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DuesRule } from '../../../../shared/model/dues-rule'
import { dayOf, monthOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormField } from '../../../components/FormField'
import { useDates } from '../../../components/use-dates'
import { useUndo } from '../../../components/use-undo'
import { readMonth } from '../month-text'

/** Asks for the last month in which a rule holds. */
export function EndRuleDialog({ rule, onClose }: { readonly rule: DuesRule; readonly onClose: () => void }) {
  const { t } = useTranslation(['duesRules', 'common'])
  const dates = useDates()
  const formId = useId()
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const [text, setText] = useState<string>(rule.validUntil ?? monthOf(dayOf(new Date())))
  const month = readMonth(text)
  const end = useMutation(
    api.dues.rules.end.mutationOptions({
      onSuccess: ({ batchId }) => {
        offerUndo(t('ended'), batchId)
        onClose()
        return queryClient.invalidateQueries()
      },
    }),
  )
  return (
    <Modal
      open
      title={t('endTitle', { from: dates.month(rule.validFrom) })}
      okText={t('common:save')}
      cancelText={t('common:cancel')}
      confirmLoading={end.isPending}
      okButtonProps={{ htmlType: 'submit', form: formId }}
      onCancel={onClose}
    >
      <Form
        id={formId}
        layout="vertical"
        onFinish={() => {
          if (month !== null) end.mutate({ id: rule.id, validUntil: month })
        }}
      >
        <FormField
          label={t('validUntil')}
          error={month === null ? t('problem.validFrom') : null}
          hint={t('endHint')}
          required
        >
          {(control) => (
            <Input {...control} className="numeric" value={text} onChange={({ target }) => setText(target.value)} />
          )}
        </FormField>
      </Form>
      {end.isError && <ErrorNotice error={end.error} />}
    </Modal>
  )
}
