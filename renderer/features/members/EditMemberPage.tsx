import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { MemberRecord } from '../../../shared/contract/members'
import {
  memberFieldDeclarations,
  memberFieldSchema,
  memberFieldsSchema,
  type MemberField,
} from '../../../shared/model/member'
import { api } from '../../client'
import { ErrorNotice } from '../../components/ErrorNotice'
import { Loading } from '../../components/Loading'
import { PageHeader } from '../../components/PageHeader'
import { useUnsavedGuard } from '../../components/use-unsaved-guard'
import { draftOf } from './member-draft'
import { MemberForm } from './MemberForm'
import { useMemberId } from './use-member-id'

/** Changes a member's fields. */
export function EditMemberPage() {
  const { t } = useTranslation('members')
  const id = useMemberId()
  const record = useQuery(api.members.get.queryOptions({ input: { id } }))
  if (record.isPending) return <Loading />
  if (record.isError) {
    return (
      <>
        <PageHeader title={t('title')} backTo="/members" />
        <ErrorNotice error={record.error} onRetry={() => void record.refetch()} />
      </>
    )
  }
  // Another version of the record begins another form.
  return <EditMember key={record.data.version} record={record.data} />
}

function EditMember({ record: { member, version } }: { readonly record: MemberRecord }) {
  const { t } = useTranslation(['members', 'common'])
  const navigate = useNavigate()
  const { message } = App.useApp()
  const queryClient = useQueryClient()
  const [original] = useState(() => draftOf(member))
  const [draft, setDraft] = useState(original)
  const [replaced, setReplaced] = useState<ReadonlySet<MemberField>>(new Set())
  const back = `/members/${member.id}`

  const changed = memberFieldSchema.options.filter((field) =>
    memberFieldDeclarations[field].masked && member[field] !== null
      ? replaced.has(field)
      : draft[field] !== original[field],
  )
  const guard = useUnsavedGuard(changed.length > 0)
  const update = useMutation(
    api.members.update.mutationOptions({
      onSuccess: async () => {
        guard.release()
        void message.success(t('common:saved'))
        await navigate(back, { replace: true })
        await queryClient.invalidateQueries()
      },
    }),
  )

  function replace(field: MemberField, isReplaced: boolean) {
    setReplaced((before) => new Set(isReplaced ? [...before, field] : [...before].filter((other) => other !== field)))
    setDraft({ ...draft, [field]: '' })
  }

  return (
    <>
      <PageHeader title={t('editTitle', { name: member.name })} backTo={back} />
      <MemberForm
        draft={draft}
        onDraft={setDraft}
        member={member}
        replaced={replaced}
        onReplace={replace}
        busy={update.isPending}
        notice={
          update.isError && <ErrorNotice error={update.error} onRetry={() => void queryClient.invalidateQueries()} />
        }
        onSave={(fields) => {
          const changes = memberFieldsSchema
            .partial()
            .parse(Object.fromEntries(changed.map((field) => [field, fields[field]])))
          update.mutate({ id: member.id, version, fields: changes })
        }}
        onCancel={() => void navigate(back)}
      />
      {guard.dialog}
    </>
  )
}
