import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { monthSchema } from '../../../../shared/model/date'
import type { MemberId } from '../../../../shared/model/id'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormDialog } from '../../../components/FormDialog'
import { FormField } from '../../../components/FormField'
import { useUndo } from '../../../components/use-undo'
import { UnionField, type ChosenUnion } from './UnionField'

interface RequestDialogProps {
  readonly memberIds: readonly MemberId[]
  readonly union?: ChosenUnion
  readonly onSaved?: () => void
  readonly onClose: () => void
}

/** Asks that another union takes members over; the record goes there once it agrees. */
export function RequestDialog({ memberIds, union: given, onSaved, onClose }: RequestDialogProps) {
  const { t } = useTranslation(['transfers', 'common'])
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const [union, setUnion] = useState<ChosenUnion>(given ?? { id: null, name: '' })
  const [reason, setReason] = useState('劳动（工作）关系发生变化')
  const [note, setNote] = useState('')
  const [until, setUntil] = useState('')
  const ids = [...memberIds]
  const candidates = useQuery(api.federation.transfers.candidates.queryOptions({ input: { memberIds: ids } }))
  const request = useMutation(
    api.federation.transfers.request.mutationOptions({
      onSuccess: ({ batchId, members }) => {
        offerUndo(t('asked', { count: members }), batchId)
        onSaved?.()
        onClose()
        return queryClient.invalidateQueries()
      },
    }),
  )
  const able = candidates.data?.filter(({ problem }) => problem === null) ?? []
  const leftOut = candidates.data?.filter(({ problem }) => problem !== null) ?? []
  const [only] = able
  const month = monthSchema.safeParse(until)
  const isMonthWrong = until !== '' && !month.success
  const mayAsk = union.name.trim() !== '' && able.length > 0 && !isMonthWrong
  return (
    <FormDialog
      title={t('requestTitle', { count: able.length })}
      dirty={union.name !== (given?.name ?? '') || note !== ''}
      busy={request.isPending}
      onSave={() => {
        if (!mayAsk) return
        request.mutate({
          memberIds: able.map(({ memberId }) => memberId),
          toOrganisation: union.id,
          toUnion: union.name.trim(),
          reason: reason.trim() === '' ? null : reason.trim(),
          note: note.trim() === '' ? null : note.trim(),
          duesUntil: month.success ? month.data : null,
        })
      }}
      onClose={onClose}
    >
      <Form layout="vertical" component={false}>
        <p>{t('requestText')}</p>
        {leftOut.length > 0 && (
          <p role="status">
            {leftOut.map(({ memberId, name, problem }) => (
              <span key={memberId}>{problem === null ? null : t(`problem.${problem}`, { name })} </span>
            ))}
          </p>
        )}
        <UnionField label={t('column.toUnion')} union={union} onChange={setUnion} />
        <FormField label={t('column.reason')}>
          {(control) => (
            <Input {...control} maxLength={100} value={reason} onChange={({ target }) => setReason(target.value)} />
          )}
        </FormField>
        <FormField
          label={t('column.duesUntil')}
          hint={
            able.length === 1 && only !== undefined && only.duesUntil !== null
              ? t('duesUntilOne', { month: only.duesUntil })
              : t('duesUntilHint')
          }
          error={isMonthWrong ? t('monthWrong') : null}
        >
          {(control) => (
            <Input {...control} maxLength={7} value={until} onChange={({ target }) => setUntil(target.value)} />
          )}
        </FormField>
        <FormField label={t('note')}>
          {(control) => (
            <Input {...control} maxLength={500} value={note} onChange={({ target }) => setNote(target.value)} />
          )}
        </FormField>
      </Form>
      {(request.error ?? candidates.error) !== null && (
        <ErrorNotice error={request.error ?? candidates.error ?? new Error()} />
      )}
    </FormDialog>
  )
}
