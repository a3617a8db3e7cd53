import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PayrollPerson } from '../../../../shared/contract/dues/payroll'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormDialog } from '../../../components/FormDialog'
import { FormField } from '../../../components/FormField'
import { MoneyInput } from '../../../components/MoneyInput'
import { parseYuan } from '../../../components/yuan'

/** Types in the amount of a line that cannot be read. */
export function AmountDialog({ person, onClose }: { readonly person: PayrollPerson; readonly onClose: () => void }) {
  const { t } = useTranslation('payroll')
  const queryClient = useQueryClient()
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const line = person.lines.find(({ amountText }) => amountText !== null)
  const save = useMutation(
    api.dues.payroll.setAmount.mutationOptions({
      onSuccess: () => {
        onClose()
        return queryClient.invalidateQueries()
      },
    }),
  )
  const amount = parseYuan(text)

  function submit() {
    setTried(true)
    if (amount !== null && line !== undefined) save.mutate({ lineId: line.id, amount })
  }

  return (
    <FormDialog
      title={t('amountDialog.title')}
      dirty={text !== ''}
      busy={save.isPending}
      width={480}
      onSave={submit}
      onClose={onClose}
    >
      <p style={{ marginBlockEnd: 12 }}>{t('amountDialog.text', { text: line?.amountText ?? '' })}</p>
      <Form layout="vertical" component={false}>
        <FormField
          label={t('amountDialog.label')}
          error={tried && amount === null ? t('amountDialog.missing') : null}
          required
        >
          {(control) => <MoneyInput {...control} value={text} onChange={setText} />}
        </FormField>
      </Form>
      {save.isError && <ErrorNotice error={save.error} />}
    </FormDialog>
  )
}
