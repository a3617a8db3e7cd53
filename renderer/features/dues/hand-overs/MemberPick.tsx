import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { Select, type RefSelectProps } from 'antd'
import { useState, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { PayingMember } from '../../../../shared/contract/dues/hand-overs'
import type { MemberId } from '../../../../shared/model/id'
import { api, client } from '../../../client'
import { useErrorToast } from '../../../components/use-error-toast'

/** As many as a list to choose from can hold. */
const OFFERED = 30

interface MemberPickProps {
  readonly label: string
  readonly value: PayingMember | null
  /** What is looked for at first. */
  readonly initialSearch?: string
  readonly status?: 'error' | ''
  readonly ref?: Ref<RefSelectProps>
  readonly onChange: (member: PayingMember) => void
}

/** Finds one member by name, pinyin or staff number, those who left included, and says what they owe. */
export function MemberPick({ label, value, initialSearch = '', status = '', ref, onChange }: MemberPickProps) {
  const { t } = useTranslation(['handOvers', 'fields'])
  const [search, setSearch] = useState(initialSearch)
  const found = useQuery(
    api.members.list.queryOptions({
      input: {
        filter: { search: search.slice(0, 60) },
        sort: { field: 'name', direction: 'asc' },
        offset: 0,
        limit: OFFERED,
      },
      placeholderData: keepPreviousData,
    }),
  )
  const choose = useMutation({
    mutationFn: (id: MemberId) => client.dues.handOvers.members({ ids: [id] }),
    onSuccess: ([member]) => {
      if (member !== undefined) onChange(member)
    },
    onError: useErrorToast(),
  })
  return (
    <Select<MemberId>
      {...(ref === undefined ? {} : { ref })}
      aria-label={label}
      style={{ width: '100%' }}
      status={status}
      placeholder={initialSearch === '' ? t('sheet.memberPlaceholder') : label}
      loading={choose.isPending}
      notFoundContent={found.isPending ? null : t('sheet.unknown')}
      showSearch={{ filterOption: false, onSearch: setSearch }}
      {...(value === null ? {} : { value: value.memberId })}
      onChange={(id) => choose.mutate(id)}
      popupMatchSelectWidth={360}
      options={(found.data?.rows ?? []).map((member) => ({
        value: member.id,
        label: [
          member.name,
          member.department,
          member.staffNumber,
          ...(member.status === 'active' ? [] : [t(`fields:status.${member.status}`)]),
        ]
          .filter((part) => part !== null)
          .join('　'),
      }))}
    />
  )
}
