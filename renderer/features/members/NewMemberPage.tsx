import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { allowedEvents } from '../../../shared/rules/membership'
import { api } from '../../client'
import { ErrorNotice } from '../../components/ErrorNotice'
import { PageHeader } from '../../components/PageHeader'
import { Section } from '../../components/Section'
import { useUnsavedGuard } from '../../components/use-unsaved-guard'
import { EventFields, newEventDraft, toEventInput, type EventDraft } from './EventFields'
import { MemberForm } from './MemberForm'
import { useMemberForm } from './use-member-form'

/** A new member with the event that began the membership. */
export function NewMemberPage() {
  const { t } = useTranslation('members')
  const navigate = useNavigate()
  const { message } = App.useApp()
  const queryClient = useQueryClient()
  const form = useMemberForm(null)
  const [eventForm] = Form.useForm<EventDraft>()
  const guard = useUnsavedGuard(form.dirty)
  const add = useMutation(
    api.members.add.mutationOptions({
      onSuccess: async ({ id }, { fields }) => {
        guard.release()
        void message.success(t('added', { name: fields.name }))
        await queryClient.invalidateQueries()
        await navigate(`/members/${id}`, { replace: true })
      },
    }),
  )
  return (
    <>
      <PageHeader title={t('newTitle')} note={t('requiredNote')} backTo="/members" />
      <MemberForm
        form={form}
        autoFocus="name"
        busy={add.isPending}
        notice={add.isError && <ErrorNotice error={add.error} />}
        onSave={(fields, custom) =>
          void eventForm.validateFields().then(
            (event) => add.mutate({ fields, custom, event: toEventInput({ ...newEventDraft(event.type), ...event }) }),
            () => undefined,
          )
        }
        onCancel={() => void navigate('/members')}
      >
        <Section title={t('joining')}>
          <Form
            form={eventForm}
            component={false}
            layout="vertical"
            requiredMark={false}
            initialValues={newEventDraft('admission')}
          >
            <EventFields types={allowedEvents(null)} last={null} />
          </Form>
        </Section>
      </MemberForm>
      {guard.dialog}
    </>
  )
}
