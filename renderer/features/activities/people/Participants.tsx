import { DownOutlined, PlusOutlined, SearchOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Dropdown, Input, Popconfirm, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import {
  participantShowSchema,
  type Participant,
  type ParticipantShow,
} from '../../../../shared/contract/activities/people'
import type { ActivitySummary } from '../../../../shared/contract/activities/plan'
import type { ParticipationId } from '../../../../shared/model/id'
import { api, client } from '../../../client'
import { allRows, DataGrid, useRowPages, useSelection } from '../../../components/data-grid'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import panel from '../../../components/panel.module.css'
import { useErrorToast } from '../../../components/use-error-toast'
import styles from '../activities.module.css'
import { MakeUpDialog } from './MakeUpDialog'
import { PeopleSummary } from './PeopleSummary'
import { RateDialog } from './RateDialog'
import { SignUpDialog } from './SignUpDialog'
import { useParticipantColumns } from './use-participant-columns'
import { usePeopleActs } from './use-people-acts'
import { usePeopleLists } from './use-people-lists'

/** Who takes part, who waits, and whether they came: marked one by one, for those selected, or for all. */
export function Participants({ activity }: { readonly activity: ActivitySummary }) {
  const { id } = activity
  const { t } = useTranslation(['activityPeople', 'fields', 'common'])
  const navigate = useNavigate()
  const [show, setShow] = useState<ParticipantShow | null>(null)
  const [search, setSearch] = useState('')
  const [isPicking, setPicking] = useState(false)
  const [madeUp, setMadeUp] = useState<readonly ParticipationId[] | null>(null)
  const [rated, setRated] = useState<Participant | null>(null)
  const acts = usePeopleActs(id)
  const lists = usePeopleLists(activity, show)
  const overview = useQuery(api.activities.people.overview.queryOptions({ input: { id } }))
  const pages = useRowPages<Participant>((page) =>
    api.activities.people.list.queryOptions({ input: { id, show, search, ...page } }),
  )
  const selection = useSelection<ParticipationId>(async () => {
    const rows = await allRows((page) => client.activities.people.list({ id, show, search, ...page }))
    return rows.map((row) => row.id)
  }, useErrorToast())
  const columns = useParticipantColumns({ onMark: (row, came) => acts.mark([row.id], came), onRate: setRated })
  if (overview.isError) return <ErrorNotice error={overview.error} onRetry={() => void overview.refetch()} />
  const counts = overview.data ?? null
  const all = counts === null ? 0 : counts.taken + counts.waiting
  const chosen = [...selection.ids]
  const to = (path: string) => () => void navigate(`/activities/${id}/${path}`)

  function choose(filter: ParticipantShow | null) {
    setShow(filter)
    selection.clear()
  }

  return (
    <section className={styles.fill} aria-label={t('title')}>
      {counts !== null && <PeopleSummary activityId={id} overview={counts} acts={acts} />}
      <div className={panel.spread}>
        <div className={panel.bar}>
          <Segmented<ParticipantShow | 'all'>
            aria-label={t('title')}
            value={show ?? 'all'}
            onChange={(value) => choose(value === 'all' ? null : value)}
            options={[
              { value: 'all', label: t('countOf', { name: t('everybody'), total: all }) },
              ...participantShowSchema.options.map((value) => ({
                value,
                label: t('countOf', {
                  name: value === 'waiting' ? t('waiting') : t(`fields:attendance.${value}`),
                  total: counts?.[value] ?? 0,
                }),
              })),
            ]}
          />
          <Input
            style={{ width: 180 }}
            aria-label={t('search')}
            placeholder={t('search')}
            prefix={<SearchOutlined />}
            allowClear
            maxLength={60}
            value={search}
            onChange={({ target }) => setSearch(target.value)}
          />
        </div>
        <div className={panel.bar}>
          {counts !== null && counts.signedUp > 0 && (
            <Popconfirm
              title={t('allPresentTitle', { count: counts.signedUp })}
              okText={t('common:confirm')}
              cancelText={t('common:cancel')}
              onConfirm={() => acts.mark(null, 'present')}
            >
              <Button>{counts.present + counts.absent === 0 ? t('allPresent') : t('othersPresent')}</Button>
            </Popconfirm>
          )}
          <Button onClick={to('sign-in')}>{t('scan.open')}</Button>
          <Dropdown
            trigger={['click']}
            menu={{
              items: [
                ...lists.items,
                { key: 'attendance', label: t('find.attendance.open'), onClick: to('attendance') },
                { key: 'answers', label: t('find.answers.open'), onClick: to('answers') },
              ],
            }}
          >
            <Button icon={<DownOutlined />} iconPlacement="end">
              {t('listsMenu')}
            </Button>
          </Dropdown>
          <Button onClick={to('sign-up')}>{t('find.signUp.open')}</Button>
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setPicking(true)}>
            {t('add')}
          </Button>
        </div>
      </div>
      <div className={`${panel.bar} ${styles.selection}`} role="status">
        {chosen.length > 0 ? (
          <>
            <strong>{t('common:grid.selected', { count: chosen.length })}</strong>
            <Button onClick={() => acts.mark(chosen, 'present')}>{t('markPresent')}</Button>
            <Button onClick={() => acts.mark(chosen, 'absent')}>{t('markAbsent')}</Button>
            <Button onClick={() => setMadeUp(chosen)}>{t('makeUp.open')}</Button>
            {show === 'waiting' ? (
              <Button onClick={() => acts.moveUp(chosen)}>{t('givePlace')}</Button>
            ) : (
              <Button onClick={() => acts.moveBack(chosen)}>{t('putBack')}</Button>
            )}
            <Button danger onClick={() => acts.remove(chosen, selection.clear)}>
              {t('remove')}
            </Button>
            <Button type="link" onClick={selection.clear}>
              {t('common:grid.clearSelection')}
            </Button>
          </>
        ) : (
          all > 0 && <span className={panel.quiet}>{t('keysHint')}</span>
        )}
      </div>
      <div className={panel.gridArea}>
        <DataGrid<Participant, ParticipationId>
          key={show ?? 'all'}
          label={t('title')}
          columns={columns}
          pages={pages}
          rowId={(row) => row.id}
          rowName={({ name }) => name}
          selection={selection}
          rowKeys={{
            p: (row) => acts.mark([row.id], 'present'),
            a: (row) => acts.mark([row.id], 'absent'),
            r: setRated,
          }}
          onOpen={({ memberId }) => void navigate(`/members/${memberId}`)}
          empty={
            show === null && search === '' ? (
              <EmptyState title={t('nobody')} text={t('nobodyText')} />
            ) : (
              <EmptyState title={t('nobodySuch')} />
            )
          }
        />
      </div>
      {isPicking && <SignUpDialog activityId={id} title={activity.title} onClose={() => setPicking(false)} />}
      {madeUp !== null && (
        <MakeUpDialog
          activityId={id}
          participationIds={madeUp}
          onDone={selection.clear}
          onClose={() => setMadeUp(null)}
        />
      )}
      {rated !== null && <RateDialog activityId={id} participant={rated} onClose={() => setRated(null)} />}
      {lists.state}
    </section>
  )
}
