import { useQuery } from '@tanstack/react-query'
import { Descriptions } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ActivitySummary } from '../../../../shared/contract/activities/plan'
import { timeRange } from '../../../../shared/rules/activities/time-range'
import { api } from '../../../client'
import panel from '../../../components/panel.module.css'
import { Section } from '../../../components/Section'
import { formatYuan } from '../../../components/yuan'
import { useFilterText } from '../../lists/use-filter-text'
import styles from '../activities.module.css'
import { ApprovalSteps } from '../approval/ApprovalSteps'
import { Notice } from './Notice'

/** What was planned, the notice of it, and who agreed to it. */
export function PlanPanel({ activity }: { readonly activity: ActivitySummary }) {
  const { t } = useTranslation(['plan', 'activities', 'common', 'lists'])
  const filterText = useFilterText()
  const { id, eligible, quota, perHead, organiser, signUpUntil, seriesId } = activity
  const counted = useQuery(api.activities.plan.eligible.queryOptions({ input: { eligible } }))
  const following = useQuery(api.activities.plan.following.queryOptions({ input: { id } }))
  const whoMayCome = [
    eligible?.name ?? t('everybody'),
    ...(counted.data === undefined ? [] : [t('common:people', { count: counted.data.count })]),
  ].join(t('comma'))
  const said = eligible === null ? [] : filterText(eligible.filter)
  const facts = [
    { label: t('time'), value: timeRange(activity) },
    { label: t('field.place'), value: activity.place },
    { label: t('field.organiser'), value: organiser ?? t('branch') },
    {
      label: t('field.eligible'),
      value: said.length === 0 ? whoMayCome : t('saidAs', { name: whoMayCome, text: said.join(t('comma')) }),
    },
    { label: t('field.quota'), value: quota === null ? t('noQuota') : t('common:people', { count: quota }) },
    { label: t('field.signUpUntil'), value: signUpUntil },
    { label: t('field.signUpHow'), value: activity.signUpHow },
    { label: t('field.contact'), value: activity.contact },
    { label: t('field.perHead'), value: perHead === null ? null : formatYuan(perHead) },
    { label: t('field.lecturer'), value: activity.lecturer },
    { label: t('field.provider'), value: activity.provider },
    { label: t('field.hours'), value: activity.hours },
    { label: t('field.note'), value: activity.note },
    { label: t('field.summary'), value: activity.summary },
  ].filter(({ value }) => value !== null)
  return (
    <div className={panel.stack}>
      <Descriptions
        bordered
        size="small"
        column={2}
        className={styles.facts ?? ''}
        items={facts.map(({ label, value }) => ({
          key: label,
          label,
          children: <span className={styles.note}>{value}</span>,
        }))}
      />
      {seriesId !== null && following.data !== undefined && (
        <p className={panel.quiet}>
          {t('repeat.member', { count: following.data.count })}{' '}
          <Link to={`/activities?search=${encodeURIComponent(activity.title)}`}>{t('repeat.all')}</Link>
        </p>
      )}
      <Notice activity={activity} />
      <Section title={t('approval.title')}>
        <ApprovalSteps activityId={id} />
      </Section>
    </div>
  )
}
