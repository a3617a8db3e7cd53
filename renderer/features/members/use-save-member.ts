import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import type { MemberRecord } from '../../../shared/contract/members'
import type { CustomValueInput } from '../../../shared/model/custom-field'
import { memberFieldsSchema, type MemberFields } from '../../../shared/model/member'
import { api } from '../../client'
import type { MemberFormState } from './use-member-form'

/** Saves what a form changed of a record. @param onSaved called before the pages show the new record */
export function useSaveMember({ member, version }: MemberRecord, form: MemberFormState, onSaved: () => unknown) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queryClient = useQueryClient()
  const update = useMutation(
    api.members.update.mutationOptions({
      onSuccess: async () => {
        void message.success(t('saved'))
        await onSaved()
        await queryClient.invalidateQueries()
      },
    }),
  )
  return {
    busy: update.isPending,
    error: update.error,
    save: (fields: MemberFields, custom: CustomValueInput[]) => {
      const changes = memberFieldsSchema
        .partial()
        .parse(Object.fromEntries(form.changed.map((field) => [field, fields[field]])))
      update.mutate({ id: member.id, version, fields: changes, custom })
    },
  }
}
