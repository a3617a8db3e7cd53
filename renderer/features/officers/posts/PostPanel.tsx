import { useQuery } from '@tanstack/react-query'
import { Switch, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { api, type client } from '../../../client'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import panel from '../../../components/panel.module.css'
import { useCodeLabel } from '../../../i18n/use-code-label'
import { StatusTag } from '../../members/StatusTag'
import { usePostTexts } from '../../organisation/use-post-texts'

type Held = Awaited<ReturnType<typeof client.officers.posts.list>>[number]

interface PostOverTime {
  readonly key: string
  readonly title: string
  readonly unitName: string | null
  /** Who held it, the latest first. */
  readonly holders: readonly Held[]
}

/** Each post with whoever held it over time. */
export function PostPanel() {
  const { t } = useTranslation(['officers', 'organisation'])
  const codeLabel = useCodeLabel()
  const texts = usePostTexts()
  const [isHeldOnly, setHeldOnly] = useState(false)
  const posts = useQuery(api.officers.posts.list.queryOptions())
  if (posts.isPending) return <Loading />
  if (posts.isError) return <ErrorNotice error={posts.error} onRetry={() => void posts.refetch()} />
  const byPost = new Map<string, PostOverTime>()
  for (const post of posts.data) {
    if (isHeldOnly && !post.isHeld) continue
    const key = `${post.unitId ?? ''} ${post.title}`
    const known = byPost.get(key)
    byPost.set(key, {
      key,
      title: post.title,
      unitName: post.unitName,
      holders: [...(known?.holders ?? []), post],
    })
  }
  return (
    <div className={panel.stack}>
      <div className={panel.spread}>
        <span className={panel.bar}>
          <Switch aria-label={t('post.heldOnly')} checked={isHeldOnly} onChange={setHeldOnly} />
          {t('post.heldOnly')}
        </span>
        <span className={panel.bar}>
          <Link to="/organisation?tab=officers">{t('post.manage')}</Link>
          <Link to="/organisation?tab=past">{t('post.asOf')}</Link>
        </span>
      </div>
      <Table<PostOverTime>
        size="small"
        pagination={false}
        rowKey="key"
        dataSource={[...byPost.values()]}
        locale={{ emptyText: <EmptyState title={t('post.none')} text={t('post.noneText')} /> }}
        columns={[
          {
            title: t('organisation:post.unit'),
            width: 180,
            render: (_, { unitName }) => unitName ?? t('organisation:post.branchItself'),
          },
          { title: t('organisation:post.name'), width: 180, render: (_, { title }) => codeLabel(title) },
          {
            title: t('post.holders'),
            render: (_, { holders }) => (
              <ul>
                {holders.map((holder) => (
                  <li key={holder.id} className={panel.bar}>
                    <span className="numeric">{texts.period(holder)}</span>
                    <Link to={`/members/${holder.memberId}?tab=posts`}>{holder.memberName}</Link>
                    {holder.isHeld && holder.status !== 'active' && <StatusTag status={holder.status} />}
                    <span className={panel.quiet}>{texts.details(holder)}</span>
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </div>
  )
}
