import { useQuery } from '@tanstack/react-query'
import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { MemberId } from '../../../../shared/model/id'
import { api } from '../../../client'
import { followed } from '../followed'

/** Says of a member that the union above says something else, and leads to the choice; nothing where it does not. */
export function MemberConflicts({ memberId }: { readonly memberId: MemberId }) {
  const { t } = useTranslation('conflicts')
  const input = { state: 'open', memberId, offset: 0, limit: 1 } as const
  const { data } = useQuery(api.federation.conflicts.list.queryOptions({ input, ...followed }))
  if (data === undefined || data.total === 0) return null
  return (
    <Link to={`/federation?tab=conflicts&member=${memberId}`}>
      <Tag color="warning">{t('ofMember', { count: data.total })}</Tag>
    </Link>
  )
}
