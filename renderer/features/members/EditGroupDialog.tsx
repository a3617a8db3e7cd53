import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { MemberRecord } from '../../../shared/contract/members'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FormDialog } from '../../components/FormDialog'
import { CustomInputs } from './custom-fields/CustomInputs'
import { fieldGroups, type FieldGroupName } from './field-groups'
import { FieldInputs } from './FieldInputs'
import { useMemberForm } from './use-member-form'
import { useSaveMember } from './use-save-member'

interface EditGroupDialogProps {
  readonly record: MemberRecord
  readonly group: FieldGroupName | 'custom'
  readonly onClose: () => void
}

/** Changes the fields of one group without leaving the record. */
export function EditGroupDialog({ record, group, onClose }: EditGroupDialogProps) {
  const { t } = useTranslation('members')
  const queryClient = useQueryClient()
  const form = useMemberForm(record)
  const { save, busy, error } = useSaveMember(record, form, onClose)
  const fields = fieldGroups.find(({ name }) => name === group)?.fields ?? []
  return (
    <FormDialog
      title={t(`group.${group}`)}
      width={760}
      dirty={form.dirty}
      busy={busy}
      onSave={() => form.submit(save)}
      onClose={onClose}
    >
      {group === 'custom' ? (
        <CustomInputs form={form} />
      ) : (
        <FieldInputs form={form} fields={fields} autoFocus={fields[0] ?? null} />
      )}
      {error !== null && (
        <ErrorNotice error={error} onRetry={() => void queryClient.invalidateQueries().then(onClose)} />
      )}
    </FormDialog>
  )
}
