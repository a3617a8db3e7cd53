import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Form } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { dayOf } from '../../../shared/rules/date'
import { allowedEvents } from '../../../shared/rules/membership'
import { api } from '../../client'
import { ErrorNotice } from '../../components/ErrorNotice'
import { PageHeader } from '../../components/PageHeader'
import { Section } from '../../components/Section'
import { useUnsavedGuard } from '../../components/use-unsaved-guard'
import { EventFields, toEventInput, type EventDraft } from './EventFields'
import { emptyDraft } from './member-draft'
import { MemberForm } from './MemberForm'

const nothing: ReadonlySet<never> = new Set()

/** A new member with the event that began the membership. */
export function NewMemberPage() {
  const { t } = useTranslation('members')
  const navigate = useNavigate()
  const { message } = App.useApp()
  const queryClient = useQueryClient()
  const [draft, setDraft] = useState(emptyDraft)
  const [form] = Form.useForm<EventDraft>()
  const guard = useUnsavedGuard(draft !== emptyDraft)
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
        draft={draft}
        onDraft={setDraft}
        member={null}
        replaced={nothing}
        onReplace={() => undefined}
        busy={add.isPending}
        notice={add.isError && <ErrorNotice error={add.error} />}
        onSave={(fields) =>
          void form.validateFields().then(
            (event) => add.mutate({ fields, event: toEventInput(event) }),
            () => undefined,
          )
        }
        onCancel={() => void navigate('/members')}
      >
        <Section title={t('joining')}>
          <Form
            form={form}
            component={false}
            layout="vertical"
            requiredMark={false}
            initialValues={{ type: 'admission', date: dayOf(new Date()), reason: '', documentNumber: '' }}
          >
            <EventFields types={allowedEvents(null)} />
          </Form>
        </Section>
      </MemberForm>
      {guard.dialog}
    </>
  )
}
