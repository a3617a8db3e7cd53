import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Form, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MaskedMember } from '../../../shared/model/member'
import type { MembershipEvent } from '../../../shared/model/membership'
import { allowedEvents } from '../../../shared/rules/membership'
import { api } from '../../client'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FormDialog } from '../../components/FormDialog'
import { EventFields, newEventDraft, toEventInput, type EventDraft } from './EventFields'

interface AddEventDialogProps {
  readonly member: MaskedMember
  /** In the order of recording. */
  readonly events: readonly MembershipEvent[]
  /** What another page filled in for the person to check. */
  readonly draft?: Partial<EventDraft> | null
  readonly onClose: () => void
}

/** Records what happened to a membership; only what may follow the present standing is offered. */
export function AddEventDialog({ member, events, draft: given = null, onClose }: AddEventDialogProps) {
  const { t } = useTranslation(['members', 'common'])
  const { message } = App.useApp()
  const queryClient = useQueryClient()
  const [form] = Form.useForm<EventDraft>()
  const [dirty, setDirty] = useState(false)
  const types = allowedEvents(events.length > 0 ? member.status : null)
  const addEvent = useMutation(
    api.members.addEvent.mutationOptions({
      onSuccess: () => {
        void message.success(t('eventSaved'))
        onClose()
        return queryClient.invalidateQueries()
      },
    }),
  )
  const title = t('common:labelled', { label: t('addEvent'), text: member.name })
  const first = types.find((type) => type === given?.type) ?? types[0]
  if (first === undefined) {
    return (
      <Modal open title={title} footer={null} onCancel={onClose}>
        <p>{t('noEventPossible')}</p>
      </Modal>
    )
  }
  return (
    <FormDialog title={title} dirty={dirty} busy={addEvent.isPending} onSave={form.submit} onClose={onClose}>
      <Form
        form={form}
        component={false}
        layout="vertical"
        requiredMark={false}
        initialValues={{ ...newEventDraft(first), ...(given?.type === first ? given : {}) }}
        onValuesChange={() => setDirty(true)}
        onFinish={(draft) =>
          addEvent.mutate({ id: member.id, event: toEventInput({ ...newEventDraft(draft.type), ...draft }) })
        }
      >
        <EventFields types={types} last={events.at(-1) ?? null} />
      </Form>
      {addEvent.isError && <ErrorNotice error={addEvent.error} />}
    </FormDialog>
  )
}
