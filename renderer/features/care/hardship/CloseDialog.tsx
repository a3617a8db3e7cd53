import { useMutation, useQueryClient } from '@tanstack/react-query'
import { AutoComplete, Form } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { daySchema } from '../../../../shared/model/date'
import type { HardshipFileId } from '../../../../shared/model/id'
import { dayOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormDialog } from '../../../components/FormDialog'
import { FormField } from '../../../components/FormField'
import { parsePartialDate } from '../../../components/partial-date'
import { PartialDateInput } from '../../../components/PartialDateInput'
import { useUndo } from '../../../components/use-undo'

const usual = ['escaped', 'retired', 'left', 'died'] as const

/** Closes a file: 脱困 or another end. */
export function CloseDialog({ id, onClose }: { readonly id: HardshipFileId; readonly onClose: () => void }) {
  const { t } = useTranslation('hardship')
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const [initial] = useState(() => ({ on: String(dayOf(new Date())), reason: '' }))
  const [draft, setDraft] = useState(initial)
  const [tried, setTried] = useState(false)
  const close = useMutation(
    api.care.hardship.close.mutationOptions({
      onSuccess: ({ batchId }) => {
        offerUndo(t('closed'), batchId)
        onClose()
        return queryClient.invalidateQueries()
      },
    }),
  )
  const on = daySchema.safeParse(parsePartialDate(draft.on))
  const reason = draft.reason.trim()
  return (
    <FormDialog
      title={t('closeTitle')}
      dirty={draft !== initial}
      busy={close.isPending}
      onSave={() => {
        setTried(true)
        if (on.success && reason !== '') close.mutate({ id, on: on.data, reason })
      }}
      onClose={onClose}
    >
      <Form component={false} layout="vertical">
        <FormField label={t('closedOn')} required error={tried && !on.success ? t('problem.date') : null}>
          {(control) => (
            <PartialDateInput
              {...control}
              value={draft.on}
              onChange={(text) => setDraft((d) => ({ ...d, on: text }))}
            />
          )}
        </FormField>
        <FormField label={t('closeReason')} required error={tried && reason === '' ? t('problem.reason') : null}>
          {({ id: inputId, status }) => (
            <AutoComplete
              id={inputId}
              status={status}
              maxLength={200}
              value={draft.reason}
              onChange={(text: string) => setDraft((d) => ({ ...d, reason: text }))}
              options={usual.map((value) => ({ value: t(`closing.${value}`) }))}
            />
          )}
        </FormField>
      </Form>
      {close.isError && <ErrorNotice error={close.error} />}
    </FormDialog>
  )
}
