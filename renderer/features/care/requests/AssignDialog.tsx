import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { AutoComplete, Form } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestId } from '../../../../shared/model/id'
import { dayOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormDialog } from '../../../components/FormDialog'
import { FormField } from '../../../components/FormField'
import panel from '../../../components/panel.module.css'
import { useUndo } from '../../../components/use-undo'

interface AssignDialogProps {
  readonly ids: readonly RequestId[]
  readonly onAssigned: () => void
  readonly onClose: () => void
}

/** Hands the chosen requests to somebody. */
export function AssignDialog({ ids, onAssigned, onClose }: AssignDialogProps) {
  const { t } = useTranslation('requests')
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const [owner, setOwner] = useState('')
  const [tried, setTried] = useState(false)
  const owners = useQuery(api.care.requests.owners.queryOptions())
  const assign = useMutation(
    api.care.requests.assign.mutationOptions({
      onSuccess: ({ batchId, assigned }) => {
        offerUndo(t('assign.done', { count: assigned, owner: owner.trim() }), batchId)
        onAssigned()
        onClose()
        return queryClient.invalidateQueries()
      },
    }),
  )
  return (
    <FormDialog
      title={t('assign.title', { count: ids.length })}
      width={480}
      dirty={owner !== ''}
      busy={assign.isPending}
      onSave={() => {
        setTried(true)
        if (owner.trim() !== '') assign.mutate({ ids: [...ids], owner, on: dayOf(new Date()) })
      }}
      onClose={onClose}
    >
      <Form component={false} layout="vertical">
        <FormField label={t('owner')} error={tried && owner.trim() === '' ? t('problem.owner') : null} required>
          {({ id, status }) => (
            <AutoComplete
              id={id}
              autoFocus
              status={status}
              maxLength={60}
              value={owner}
              onChange={setOwner}
              options={(owners.data ?? []).map((known) => ({
                value: known.owner,
                label: t('ownerOpen', { owner: known.owner, open: known.open }),
              }))}
            />
          )}
        </FormField>
      </Form>
      <p className={panel.quiet}>{t('assign.text')}</p>
      {assign.isError && <ErrorNotice error={assign.error} />}
    </FormDialog>
  )
}
