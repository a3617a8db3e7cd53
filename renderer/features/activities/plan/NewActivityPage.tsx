import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { activityTypeSchema } from '../../../../shared/model/activity'
import { daySchema } from '../../../../shared/model/date'
import { dayOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import { PageHeader } from '../../../components/PageHeader'
import { newActivityDraft } from './activity-draft'
import { ActivityForm } from './ActivityForm'

/** Plans an activity; another page may say of which type and on which day. */
export function NewActivityPage() {
  const { t } = useTranslation('activities')
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const [params] = useSearchParams()
  const [initial] = useState(() => {
    const draft = newActivityDraft(daySchema.catch(dayOf(new Date())).parse(params.get('day')))
    return { ...draft, type: activityTypeSchema.catch(draft.type).parse(params.get('type')) }
  })
  const add = useMutation(api.activities.plan.add.mutationOptions())

  return (
    <>
      <PageHeader title={t('add')} backTo="/activities" />
      <ActivityForm
        initial={initial}
        isSaving={add.isPending}
        error={add.error}
        onCancel={() => void navigate('/activities')}
        onSave={(activity, release) =>
          add.mutate(activity, {
            onSuccess: ({ id }) => {
              release()
              void queryClient.invalidateQueries()
              void navigate(`/activities/${id}`)
            },
          })
        }
      />
    </>
  )
}
