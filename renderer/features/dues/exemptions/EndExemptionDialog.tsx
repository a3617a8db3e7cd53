import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MemberExemption } from '../../../../shared/contract/dues/exemptions'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormField } from '../../../components/FormField'
import { useUndo } from '../../../components/use-undo'
import { readMonth } from '../month-text'

interface EndExemptionDialogProps {
  readonly exemption: MemberExemption
  readonly onClose: () => void
}

/** Asks for the last month of an exemption: to end it early, or to go on. */
export function EndExemptionDialog({ exemption, onClose }: EndExemptionDialogProps) {
  const { t } = useTranslation(['exemptions', 'common'])
  const formId = useId()
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const [text, setText] = useState<string>(exemption.until ?? '')
  const month = text.trim() === '' ? null : readMonth(text)
  const isRead = text.trim() === '' || month !== null
  const setEnd = useMutation(
    api.dues.exemptions.setEnd.mutationOptions({
      onSuccess: ({ batchId }) => {
        offerUndo(t('endSaved', { name: exemption.name }), batchId)
        onClose()
        return queryClient.invalidateQueries()
      },
    }),
  )
  return (
    <Modal
      open
      title={t('endTitle', { name: exemption.name })}
      okText={t('common:save')}
      cancelText={t('common:cancel')}
      confirmLoading={setEnd.isPending}
      okButtonProps={{ htmlType: 'submit', form: formId }}
      onCancel={onClose}
    >
      <Form
        id={formId}
        layout="vertical"
        onFinish={() => {
          if (isRead) setEnd.mutate({ id: exemption.id, until: month })
        }}
      >
        <FormField label={t('until')} error={isRead ? null : t('problem.from')} hint={t('endHint')}>
          {(control) => (
            <Input
              {...control}
              autoFocus
              className="numeric"
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
          )}
        </FormField>
      </Form>
      {setEnd.isError && <ErrorNotice error={setEnd.error} />}
    </Modal>
  )
}
