import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import type { MemberId } from '../../../shared/model/id'
import { api } from '../../client'

/** As many as a list to choose from can hold. */
const OFFERED = 30

interface MemberSelectProps {
  readonly id: string
  readonly value: MemberId | null
  readonly placeholder: string
  readonly status: 'error' | ''
  readonly onChange: (id: MemberId) => void
}

/** Chooses one member by name, pinyin or initials. */
export function MemberSelect({ id, value, placeholder, status, onChange }: MemberSelectProps) {
  const [search, setSearch] = useState('')
  const found = useQuery(
    api.members.list.queryOptions({
      input: {
        filter: { search, statuses: ['active', 'kept'] },
        sort: { field: 'name', direction: 'asc' },
        offset: 0,
        limit: OFFERED,
      },
      placeholderData: keepPreviousData,
    }),
  )
  return (
    <Select<MemberId>
      id={id}
      status={status}
      placeholder={placeholder}
      loading={found.isPending}
      showSearch={{ filterOption: false, onSearch: setSearch }}
      {...(value === null ? {} : { value })}
      onChange={onChange}
      options={(found.data?.rows ?? []).map((member) => ({
        value: member.id,
        label: member.department === null ? member.name : `${member.name}　${member.department}`,
      }))}
    />
  )
}
