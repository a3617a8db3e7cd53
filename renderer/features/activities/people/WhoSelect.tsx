import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShortMember } from '../../../../shared/contract/activities/people'
import type { MemberId } from '../../../../shared/model/id'
import { api } from '../../../client'

/** As many as a list to choose from can hold. */
const OFFERED = 20

interface WhoSelectProps {
  /** What stands in the row. */
  readonly name: string
  readonly candidates: readonly ShortMember[]
  /** Null for nobody; undefined while nothing is chosen. */
  readonly chosen: ShortMember | null | undefined
  readonly onChoose: (member: ShortMember | null) => void
}

/** Chooses whom a row is about: one of those it may be, anybody else who is looked for, or nobody. */
export function WhoSelect({ name, candidates, chosen, onChoose }: WhoSelectProps) {
  const { t } = useTranslation(['activityPeople', 'fields'])
  const [search, setSearch] = useState('')
  const found = useQuery({
    ...api.members.list.queryOptions({
      input: {
        filter: { search: search.slice(0, 60) },
        sort: { field: 'name', direction: 'asc' },
        offset: 0,
        limit: OFFERED,
      },
      placeholderData: keepPreviousData,
    }),
    enabled: search.trim() !== '',
  })
  const others: readonly ShortMember[] =
    search.trim() === '' ? [] : (found.data?.rows ?? []).map(({ id, ...member }) => ({ ...member, memberId: id }))
  const offered = [
    ...new Map(
      [...(chosen == null ? [] : [chosen]), ...(others.length > 0 ? others : candidates)].map((member) => [
        member.memberId,
        member,
      ]),
    ).values(),
  ]

  function text({ name: own, department, staffNumber, status }: ShortMember): string {
    const left = status === 'active' || status === 'kept' ? null : t(`fields:status.${status}`)
    return [own, department, staffNumber, left].filter((part) => part !== null).join(t('dot'))
  }

  return (
    <Select<MemberId | 'nobody'>
      style={{ width: '100%' }}
      aria-label={t('find.chooseFor', { name })}
      placeholder={candidates.length === 0 ? t('find.searchMember') : t('find.choose')}
      showSearch={{ filterOption: false, onSearch: setSearch }}
      notFoundContent={t('nobodySuch')}
      popupMatchSelectWidth={380}
      {...(chosen === undefined ? {} : { value: chosen?.memberId ?? 'nobody' })}
      onChange={(value) =>
        onChoose(value === 'nobody' ? null : (offered.find(({ memberId }) => memberId === value) ?? null))
      }
      options={[
        ...offered.map((member) => ({ value: member.memberId, label: text(member) })),
        { value: 'nobody' as const, label: t('find.noMember') },
      ]}
    />
  )
}
