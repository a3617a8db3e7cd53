import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Form, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import type { MaskedMember } from '../../../shared/model/member'
import { dayOf } from '../../../shared/rules/date'
import { allowedEvents } from '../../../shared/rules/membership'
import { api } from '../../client'
import { ErrorNotice } from '../../components/ErrorNotice'
import { EventFields, toEventInput, type EventDraft } from './EventFields'

interface AddEventDialogProps {
  readonly member: MaskedMember
  /** False for a record without any event yet. */
  readonly hasEvents: boolean
  readonly onClose: () => void
}

/** Records what happened to a membership; only what may follow the present standing is offered. */
export function AddEventDialog({ member, hasEvents, onClose }: AddEventDialogProps) {
  const { t } = useTranslation(['members', 'common'])
  const { message } = App.useApp()
  const queryClient = useQueryClient()
  const [form] = Form.useForm<EventDraft>()
  const types = allowedEvents(hasEvents ? member.status : null)
  const addEvent = useMutation(
    api.members.addEvent.mutationOptions({
      onSuccess: () => {
        void message.success(t('eventSaved'))
        onClose()
        return queryClient.invalidateQueries()
      },
    }),
  )
  return (
    <Modal
      open
      title={t('common:labelled', { label: t('addEvent'), text: member.name })}
      okText={t('common:save')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: types.length === 0 }}
      confirmLoading={addEvent.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      {types.length === 0 ? (
        <p>{t('noEventPossible')}</p>
      ) : (
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ type: types[0], date: dayOf(new Date()), reason: '', documentNumber: '' }}
          onFinish={(draft) => addEvent.mutate({ id: member.id, event: toEventInput(draft) })}
        >
          <EventFields types={types} />
        </Form>
      )}
      {addEvent.isError && <ErrorNotice error={addEvent.error} />}
    </Modal>
  )
}
