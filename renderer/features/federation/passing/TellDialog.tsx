import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MemberId } from '../../../../shared/model/id'
import { legalBasisSchema, type LegalBasis } from '../../../../shared/model/member-notice'
import { daySchema } from '../../../../shared/model/date'
import { dayOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import { FormDialog } from '../../../components/FormDialog'
import { FormField } from '../../../components/FormField'
import { PartialDateInput } from '../../../components/PartialDateInput'
import panel from '../../../components/panel.module.css'
import { useErrorToast } from '../../../components/use-error-toast'

interface TellDialogProps {
  /** Null for everybody not told yet. */
  readonly memberIds: readonly MemberId[] | null
  readonly onSaved?: () => void
  readonly onClose: () => void
}

/** Records that members were given the notice, and on what basis their data is passed on. */
export function TellDialog({ memberIds, onSaved, onClose }: TellDialogProps) {
  const { t } = useTranslation('passing')
  const { message } = App.useApp()
  const queryClient = useQueryClient()
  const [basis, setBasis] = useState<LegalBasis>('statutoryDuty')
  const [givenOn, setGivenOn] = useState<string | null>(dayOf(new Date()))
  const [hasTried, setHasTried] = useState(false)
  const day = daySchema.safeParse(givenOn)
  const tell = useMutation(
    api.federation.passing.tell.mutationOptions({
      onSuccess: async (told) => {
        await queryClient.invalidateQueries()
        void message.success(told === null ? t('nobody') : t('recorded', { count: told.members }))
        onSaved?.()
        onClose()
      },
      onError: useErrorToast(),
    }),
  )

  function save() {
    setHasTried(true)
    if (day.success) tell.mutate({ memberIds: memberIds === null ? null : [...memberIds], basis, givenOn: day.data })
  }

  return (
    <FormDialog
      title={memberIds === null ? t('tellTitleAll') : t('tellTitle', { count: memberIds.length })}
      dirty={basis !== 'statutoryDuty'}
      busy={tell.isPending}
      onSave={save}
      onClose={onClose}
    >
      <p className={panel.quiet}>{t('tellText')}</p>
      <FormField label={t('basisLabel')}>
        {(control) => (
          <Radio.Group
            id={control.id}
            vertical
            value={basis}
            onChange={({ target }) => setBasis(legalBasisSchema.parse(target.value))}
            options={legalBasisSchema.options.map((value) => ({ value, label: t(`basis.${value}`) }))}
          />
        )}
      </FormField>
      <FormField label={t('givenOn')} error={hasTried && !day.success ? t('dayWrong') : null}>
        {(control) => <PartialDateInput {...control} value={givenOn ?? ''} onChange={setGivenOn} />}
      </FormField>
    </FormDialog>
  )
}
