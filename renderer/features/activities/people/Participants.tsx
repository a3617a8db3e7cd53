import { PlusOutlined } from '@ant-design/icons'
import { Button, Popconfirm, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Participant } from '../../../../shared/contract/activities/people'
import type { ActivitySummary } from '../../../../shared/contract/activities/plan'
import { attendanceSchema, type Attendance } from '../../../../shared/model/activity'
import type { ParticipationId } from '../../../../shared/model/id'
import { api, client } from '../../../client'
import { allRows, DataGrid, useRowPages, useSelection } from '../../../components/data-grid'
import { EmptyState } from '../../../components/EmptyState'
import panel from '../../../components/panel.module.css'
import { useErrorToast } from '../../../components/use-error-toast'
import styles from '../activities.module.css'
import { MemberPickerDialog } from '../MemberPickerDialog'
import { useParticipantActs } from './use-participant-acts'
import { useParticipantColumns } from './use-participant-columns'

/** Who takes part, and whether they came: marked one by one, for those selected, or for all. */
export function Participants({ activity }: { readonly activity: ActivitySummary }) {
  const { id } = activity
  const { t } = useTranslation(['activities', 'fields', 'common'])
  const navigate = useNavigate()
  const [attendance, setAttendance] = useState<Attendance | null>(null)
  const [isPicking, setPicking] = useState(false)
  const acts = useParticipantActs(id)
  const pages = useRowPages<Participant>((page) =>
    api.activities.people.list.queryOptions({ input: { id, attendance, ...page } }),
  )
  const selection = useSelection<ParticipationId>(async () => {
    const rows = await allRows((page) => client.activities.people.list({ id, attendance, ...page }))
    return rows.map((row) => row.id)
  }, useErrorToast())
  const columns = useParticipantColumns((row, came) => acts.mark([row.id], came))
  const all = activity.signedUp + activity.present + activity.absent
  const chosen = [...selection.ids]
  const add = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setPicking(true)}>
      {t('addParticipants')}
    </Button>
  )

  function choose(filter: Attendance | null) {
    setAttendance(filter)
    selection.clear()
  }

  return (
    <section className={styles.fill} aria-label={t('participantList')}>
      <div className={panel.spread}>
        <Segmented<Attendance | 'all'>
          aria-label={t('participantList')}
          value={attendance ?? 'all'}
          onChange={(value) => choose(value === 'all' ? null : value)}
          options={[
            { value: 'all', label: t('countOf', { name: t('everybody'), total: all }) },
            ...attendanceSchema.options.map((value) => ({
              value,
              label: t('countOf', { name: t(`fields:attendance.${value}`), total: activity[value] }),
            })),
          ]}
        />
        <div className={panel.bar}>
          {all > 0 && (
            <Popconfirm
              title={t('allPresentTitle', { count: all })}
              okText={t('common:confirm')}
              cancelText={t('common:cancel')}
              onConfirm={() => acts.mark(null, 'present')}
            >
              <Button>{t('allPresent')}</Button>
            </Popconfirm>
          )}
          {add}
        </div>
      </div>
      <div className={`${panel.bar} ${styles.selection}`} role="status">
        {chosen.length > 0 ? (
          <>
            <strong>{t('common:grid.selected', { count: chosen.length })}</strong>
            <Button onClick={() => acts.mark(chosen, 'present')}>{t('markPresent')}</Button>
            <Button onClick={() => acts.mark(chosen, 'absent')}>{t('markAbsent')}</Button>
            <Button danger onClick={() => acts.remove(chosen, selection.clear)}>
              {t('removeParticipants')}
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
          key={attendance ?? 'all'}
          label={t('participantList')}
          columns={columns}
          pages={pages}
          rowId={(row) => row.id}
          rowName={({ name }) => name}
          selection={selection}
          rowKeys={{
            p: (row) => acts.mark([row.id], 'present'),
            a: (row) => acts.mark([row.id], 'absent'),
          }}
          onOpen={({ memberId }) => void navigate(`/members/${memberId}`)}
          empty={
            attendance === null ? (
              <EmptyState title={t('nobody')} text={t('nobodyText')} />
            ) : (
              <EmptyState title={t('nobodySuch')} />
            )
          }
        />
      </div>
      {isPicking && (
        <MemberPickerDialog
          title={t('pickFor', { title: activity.title })}
          onPick={(memberIds) => acts.add(memberIds, () => setPicking(false))}
          isBusy={acts.isAdding}
          onClose={() => setPicking(false)}
        />
      )}
    </section>
  )
}
