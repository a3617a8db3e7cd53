import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UnitNode } from '../../../shared/contract/organisation'
import { dayOf } from '../../../shared/rules/date'
import { api } from '../../client'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FormField } from '../../components/FormField'
import { parsePartialDate } from '../../components/partial-date'
import { PartialDateInput } from '../../components/PartialDateInput'
import { useUndo } from '../../components/use-undo'

interface CloseUnitDialogProps {
  readonly unit: UnitNode
  readonly onClose: () => void
}

/** Closes a unit that nobody belongs to any more. */
export function CloseUnitDialog({ unit, onClose }: CloseUnitDialogProps) {
  const { t } = useTranslation(['organisation', 'common'])
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const [typed, setTyped] = useState<string>(() => dayOf(new Date()))
  const members = unit.active + unit.kept
  const closedOn = parsePartialDate(typed)
  const close = useMutation(
    api.organisation.close.mutationOptions({
      onSuccess: ({ batchId }) => {
        offerUndo(t('closeDone', { name: unit.name }), batchId)
        onClose()
        return queryClient.invalidateQueries()
      },
    }),
  )
  return (
    <Modal
      open
      title={t('closeTitle', { name: unit.name })}
      okText={t('close')}
      okButtonProps={{ danger: true, disabled: members > 0 || closedOn === null }}
      cancelText={t('common:cancel')}
      confirmLoading={close.isPending}
      onOk={() => {
        if (closedOn !== null) close.mutate({ id: unit.id, closedOn })
      }}
      onCancel={onClose}
    >
      {members > 0 ? (
        <p role="status">{t('closeHasMembers', { count: members })}</p>
      ) : (
        <Form layout="vertical">
          <FormField label={t('closeDate')} hint={t('closeText')} error={closedOn === null ? t('dateWrong') : null}>
            {(control) => <PartialDateInput {...control} value={typed} onChange={setTyped} />}
          </FormField>
        </Form>
      )}
      {close.isError && <ErrorNotice error={close.error} />}
    </Modal>
  )
}
