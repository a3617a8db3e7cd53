import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Form, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DuesEntry } from '../../../../shared/model/dues'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormField } from '../../../components/FormField'
import panel from '../../../components/panel.module.css'

interface ReverseDialogProps {
  readonly entry: DuesEntry
  /** What the line is about, e.g. a month's dues. */
  readonly what: string
  /** What else is taken back with it. */
  readonly alsoText: string | null
  readonly onClose: () => void
}

/** Takes one line of a ledger back, with the reason. */
export function ReverseDialog({ entry, what, alsoText, onClose }: ReverseDialogProps) {
  const { t } = useTranslation(['payments', 'common'])
  const { message } = App.useApp()
  const formId = useId()
  const queryClient = useQueryClient()
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const reverse = useMutation(
    api.dues.payments.reverse.mutationOptions({
      onSuccess: () => {
        void message.success(t('reverse.done'))
        onClose()
        return queryClient.invalidateQueries()
      },
    }),
  )

  function save() {
    setTried(true)
    if (note.trim() !== '') reverse.mutate({ entryId: entry.id, note })
  }

  return (
    <Modal
      open
      title={t('reverse.title', { what })}
      okText={t('reverse.act')}
      cancelText={t('common:cancel')}
      confirmLoading={reverse.isPending}
      okButtonProps={{ htmlType: 'submit', form: formId }}
      onCancel={onClose}
    >
      <p className={panel.lead}>{t('reverse.text')}</p>
      {alsoText !== null && <p className={panel.lead}>{alsoText}</p>}
      <Form id={formId} layout="vertical" onFinish={save}>
        <FormField
          label={t('reverse.note')}
          error={tried && note.trim() === '' ? t('reverse.noteMissing') : null}
          hint={t('reverse.noteHint')}
          required
        >
          {(control) => (
            <Input {...control} maxLength={200} value={note} onChange={({ target }) => setNote(target.value)} />
          )}
        </FormField>
      </Form>
      {reverse.isError && <ErrorNotice error={reverse.error} />}
    </Modal>
  )
}
