import { useQuery } from '@tanstack/react-query'
import { Button, Pagination, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { TimelineKind } from '../../../../shared/contract/member-timeline'
import type { MemberId } from '../../../../shared/model/id'
import { api } from '../../../client'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import panel from '../../../components/panel.module.css'
import { TimelineYears } from './TimelineYears'

const PAGE = 100

/** A member's life in the union in one list, latest first. */
export function MemberTimeline({ memberId }: { readonly memberId: MemberId }) {
  const { t } = useTranslation(['timeline', 'common'])
  const navigate = useNavigate()
  const [kinds, setKinds] = useState<TimelineKind[]>([])
  const [page, setPage] = useState(1)
  const input = { id: memberId, kinds, offset: (page - 1) * PAGE, limit: PAGE }
  const timeline = useQuery(api.members.timeline.queryOptions({ input, placeholderData: (before) => before }))
  if (timeline.isError) return <ErrorNotice error={timeline.error} onRetry={() => void timeline.refetch()} />
  if (timeline.data === undefined) return <Loading />
  const { rows, total, kinds: found } = timeline.data
  if (found.length === 0) return <EmptyState title={t('none')} text={t('noneText')} />
  return (
    <div className={panel.stack}>
      <p className={panel.quiet}>{t('hint')}</p>
      <div className={panel.spread}>
        <Select<TimelineKind[]>
          mode="multiple"
          allowClear
          aria-label={t('filter')}
          placeholder={t('filter')}
          className={panel.search ?? ''}
          value={kinds}
          onChange={(chosen) => {
            setKinds(chosen)
            setPage(1)
          }}
          options={found.map(({ kind, count }) => ({
            value: kind,
            label: t('kindCount', { kind: t(`kind.${kind}`), count }),
          }))}
        />
        <Button onClick={() => void navigate(`/members/${memberId}/timeline?kinds=${kinds.join(',')}`)}>
          {t('common:print')}
        </Button>
      </div>
      <TimelineYears memberId={memberId} entries={rows} />
      {total > PAGE && (
        <Pagination current={page} pageSize={PAGE} total={total} showSizeChanger={false} onChange={setPage} />
      )}
    </div>
  )
}
