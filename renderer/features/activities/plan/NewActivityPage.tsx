import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { dayOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import { PageHeader } from '../../../components/PageHeader'
import { newActivityDraft } from './activity-draft'
import { ActivityForm } from './ActivityForm'

/** Plans an activity. */
export function NewActivityPage() {
  const { t } = useTranslation('activities')
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const [initial] = useState(() => newActivityDraft(dayOf(new Date())))
  const add = useMutation(api.activities.plan.add.mutationOptions())

  return (
    <>
      <PageHeader title={t('add')} backTo="/activities" />
      <ActivityForm
        title={t('details')}
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
