import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MemberId } from '../../../shared/model/id'
import type { Post } from '../../../shared/model/post'
import { dayOf } from '../../../shared/rules/date'
import { wasHeldOn } from '../../../shared/rules/organisation/as-of'
import { api } from '../../client'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { Loading } from '../../components/Loading'
import { useErrorToast } from '../../components/use-error-toast'
import { useUndo } from '../../components/use-undo'
import styles from './organisation.module.css'
import { PostDialog } from './PostDialog'
import { unitPath } from './unit-path'
import { usePostTexts } from './use-post-texts'

/** The union posts 工会职务 that a member holds or held, latest first. */
export function MemberPosts({ memberId }: { readonly memberId: MemberId }) {
  const { t } = useTranslation(['organisation', 'common'])
  const { modal } = App.useApp()
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const texts = usePostTexts()
  const [dialog, setDialog] = useState<Post | 'new' | null>(null)
  const posts = useQuery(api.organisation.postsOfMember.queryOptions({ input: { memberId } }))
  const tree = useQuery(api.organisation.tree.queryOptions())
  const remove = useMutation(
    api.organisation.removePost.mutationOptions({
      onSuccess: ({ batchId }) => {
        offerUndo(t('post.removed'), batchId)
        return queryClient.invalidateQueries()
      },
      onError: useErrorToast(),
    }),
  )
  if (posts.isPending) return <Loading />
  if (posts.isError) return <ErrorNotice error={posts.error} onRetry={() => void posts.refetch()} />
  const units = tree.data?.units ?? []
  const today = dayOf(new Date())
  const addButton = (
    <Button type="primary" onClick={() => setDialog('new')}>
      {t('post.add')}
    </Button>
  )

  function confirmRemove(post: Post) {
    modal.confirm({
      title: t('post.removeTitle', { title: texts.title(post.title) }),
      content: t('post.removeText'),
      okText: t('common:remove'),
      okButtonProps: { danger: true },
      cancelText: t('common:cancel'),
      onOk: () => remove.mutate({ id: post.id }),
    })
  }

  const columns: TableColumnsType<Post> = [
    { title: t('post.name'), render: (_, { title }) => texts.title(title) },
    { title: t('post.unit'), render: (_, { unitId }) => unitPath(units, unitId) ?? t('post.branchItself') },
    {
      title: t('post.period'),
      render: (_, post) => (
        <>
          <span className="numeric">{texts.period(post)}</span>{' '}
          <span className={styles.quiet}>
            {t(wasHeldOn(post, today, today) === 'no' ? 'post.former' : 'post.current')}
          </span>
        </>
      ),
    },
    { title: t('post.note'), render: (_, post) => [texts.details(post), post.note ?? ''].join('　').trim() },
    {
      title: t('common:acts'),
      width: 170,
      render: (_, post) => (
        <div className={styles.bar}>
          <Button size="small" onClick={() => setDialog(post)}>
            {t('common:edit')}
          </Button>
          <Button size="small" danger onClick={() => confirmRemove(post)}>
            {t('common:remove')}
          </Button>
        </div>
      ),
    },
  ]
  return (
    <>
      {posts.data.length === 0 ? (
        <EmptyState title={t('post.none')} text={t('post.noneText')} action={addButton} />
      ) : (
        <>
          <div className={styles.tableBar}>{addButton}</div>
          <Table rowKey="id" columns={columns} dataSource={posts.data} pagination={false} scroll={{ x: 760 }} />
        </>
      )}
      {dialog === 'new' && <PostDialog memberId={memberId} onClose={() => setDialog(null)} />}
      {dialog !== 'new' && dialog !== null && <PostDialog post={dialog} onClose={() => setDialog(null)} />}
    </>
  )
}
