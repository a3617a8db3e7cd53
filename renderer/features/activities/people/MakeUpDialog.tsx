import { useMutation } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ActivityId, ParticipationId } from '../../../../shared/model/id'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormDialog } from '../../../components/FormDialog'
import { FormField } from '../../../components/FormField'
import { usePeopleTold } from './use-people-acts'

interface MakeUpDialogProps {
  readonly activityId: ActivityId
  readonly participationIds: readonly ParticipationId[]
  readonly onDone: () => void
  readonly onClose: () => void
}

/** 补签: enters afterwards that people came, and who says so. */
export function MakeUpDialog({ activityId, participationIds, onDone, onClose }: MakeUpDialogProps) {
  const { t } = useTranslation('activityPeople')
  const [witness, setWitness] = useState('')
  const [tried, setTried] = useState(false)
  const told = usePeopleTold()
  const makeUp = useMutation(
    api.activities.people.makeUp.mutationOptions({
      onSuccess: ({ batchId, marked }) => {
        onDone()
        onClose()
        return told(t('makeUp.done', { count: marked }), batchId)
      },
    }),
  )
  const isEmpty = witness.trim() === ''

  function save() {
    setTried(true)
    if (!isEmpty)
      makeUp.mutate({
        id: activityId,
        participationIds: [...participationIds],
        remark: t('makeUp.remark', { witness }),
      })
  }

  return (
    <FormDialog
      title={t('makeUp.title', { count: participationIds.length })}
      dirty={!isEmpty}
      busy={makeUp.isPending}
      onSave={save}
      onClose={onClose}
    >
      <FormField
        label={t('makeUp.witness')}
        hint={t('makeUp.hint')}
        error={tried && isEmpty ? t('makeUp.missing') : null}
        required
      >
        {(control) => (
          <Input
            {...control}
            autoFocus
            maxLength={60}
            value={witness}
            onChange={({ target }) => setWitness(target.value)}
          />
        )}
      </FormField>
      {makeUp.isError && <ErrorNotice error={makeUp.error} />}
    </FormDialog>
  )
}
