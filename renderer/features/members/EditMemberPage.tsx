import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { MemberRecord } from '../../../shared/contract/members'
import { api } from '../../client'
import { ErrorNotice } from '../../components/ErrorNotice'
import { Loading } from '../../components/Loading'
import { PageHeader } from '../../components/PageHeader'
import { useUnsavedGuard } from '../../components/use-unsaved-guard'
import { MemberForm } from './MemberForm'
import { useMemberForm } from './use-member-form'
import { useMemberId } from './use-member-id'
import { useSaveMember } from './use-save-member'

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

function EditMember({ record }: { readonly record: MemberRecord }) {
  const { t } = useTranslation('members')
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const back = `/members/${record.member.id}`
  const form = useMemberForm(record)
  const guard = useUnsavedGuard(form.dirty)
  const { save, busy, error } = useSaveMember(record, form, () => {
    guard.release()
    return navigate(back, { replace: true })
  })
  return (
    <>
      <PageHeader title={t('editTitle', { name: record.member.name })} backTo={back} />
      <MemberForm
        form={form}
        autoFocus={null}
        busy={busy}
        notice={error !== null && <ErrorNotice error={error} onRetry={() => void queryClient.invalidateQueries()} />}
        onSave={save}
        onCancel={() => void navigate(back)}
      />
      {guard.dialog}
    </>
  )
}
