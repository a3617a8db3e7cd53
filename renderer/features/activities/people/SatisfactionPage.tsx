import { useQuery } from '@tanstack/react-query'
import { Button, Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { FEWEST_ANSWERS } from '../../../../shared/rules/activities/satisfaction'
import type { ParticipationId } from '../../../../shared/model/id'
import { api, type client } from '../../../client'
import { DataGrid, useRowPages } from '../../../components/data-grid'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import { PageHeader } from '../../../components/PageHeader'
import panel from '../../../components/panel.module.css'
import { Section } from '../../../components/Section'
import { useWhoColumns } from '../../members/use-who-columns'
import { useActivity } from '../plan/use-activity'
import styles from './people.module.css'

type Remark = Awaited<ReturnType<typeof client.activities.people.remarks>>['rows'][number]

/** How people liked an activity: the average with how many answered, and what they remarked. */
export function SatisfactionPage() {
  const { t } = useTranslation(['activityPeople', 'fields'])
  const navigate = useNavigate()
  const { id, activity } = useActivity()
  const satisfaction = useQuery(api.activities.people.satisfaction.queryOptions({ input: { id } }))
  const pages = useRowPages<Remark>((page) => api.activities.people.remarks.queryOptions({ input: { id, ...page } }))
  const who = useWhoColumns<Remark>({ name: 100, department: 150 })
  if (satisfaction.isPending) return <Loading />
  if (satisfaction.isError)
    return <ErrorNotice error={satisfaction.error} onRetry={() => void satisfaction.refetch()} />
  const { answers, average, spread, departments, few } = satisfaction.data
  return (
    <div className={panel.whole}>
      <PageHeader
        title={t('satisfaction.title')}
        note={activity.data?.title ?? ''}
        backTo={`/activities/${id}?tab=people`}
        actions={<Button onClick={() => void navigate(`/activities/${id}/answers`)}>{t('find.answers.open')}</Button>}
      />
      {average === null ? (
        <EmptyState title={t('satisfaction.none')} text={t('satisfaction.noneText')} />
      ) : (
        <div className={styles.halves}>
          <Section title={t('averageOf', { average, count: answers })}>
            <dl className={styles.spread}>
              {spread.map(({ points, answers: given }) => (
                <div key={points}>
                  <dt>{t('satisfied.level', { points })}</dt>
                  <dd>
                    <Progress
                      percent={Math.round((100 * given) / answers)}
                      showInfo={false}
                      aria-label={t('satisfied.level', { points })}
                    />
                  </dd>
                  <dd className="numeric">{t('answers', { count: given })}</dd>
                </div>
              ))}
            </dl>
          </Section>
          <Section title={t('satisfaction.byDepartment')}>
            <ul className={styles.last}>
              {departments.map(({ department, answers: given, average: own }) => (
                <li key={department}>
                  <span>{department ?? t('noDepartment')}</span>
                  <strong className="numeric">{t('averageOf', { average: own, count: given })}</strong>
                </li>
              ))}
              {few.departments > 0 && (
                <li>
                  <span>{t('satisfaction.few', { count: few.departments })}</span>
                  <strong className="numeric">
                    {few.average === null
                      ? t('answers', { count: few.answers })
                      : t('averageOf', { average: few.average, count: few.answers })}
                  </strong>
                </li>
              )}
            </ul>
            <p className={panel.quiet}>{t('satisfaction.fewText', { fewest: FEWEST_ANSWERS })}</p>
          </Section>
        </div>
      )}
      <h2>{t('satisfaction.remarks')}</h2>
      <div className={panel.gridArea}>
        <DataGrid<Remark, ParticipationId>
          label={t('satisfaction.remarks')}
          columns={[
            who.name,
            who.department,
            {
              key: 'satisfaction',
              title: t('satisfaction.title'),
              width: 90,
              render: ({ satisfaction: points }) => (points === null ? '' : t('points', { points })),
            },
            {
              key: 'remark',
              title: t('remark'),
              width: 400,
              render: ({ remark }) => <span title={remark}>{remark}</span>,
            },
          ]}
          pages={pages}
          rowId={({ id: row }) => row}
          rowName={({ name }) => name}
          onOpen={({ memberId }) => void navigate(`/members/${memberId}`)}
          empty={<EmptyState title={t('satisfaction.noRemarks')} />}
        />
      </div>
    </div>
  )
}
