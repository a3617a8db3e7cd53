import { useTranslation } from 'react-i18next'
import type { ActivitySummary } from '../../../../shared/contract/activities/plan'
import type { SettledLine } from '../../../../shared/contract/activities/settlement'
import type { ActivityStep } from '../../../../shared/model/activity'
import { fenSchema } from '../../../../shared/model/money'
import { totalOf } from '../../../../shared/rules/activities/budget'
import { costPerHead } from '../../../../shared/rules/activities/per-head'
import { timeRange } from '../../../../shared/rules/activities/time-range'
import { formatYuan } from '../../../components/yuan'
import { PageSetup } from '../../reports/PageSetup'
import paper from '../../reports/paper.module.css'
import { useUnionName } from '../../reports/use-union-name'
import { LineTable } from '../budget/LineTable'
import styles from './activity-paper.module.css'

interface ActivityPaperProps {
  readonly title: string
  readonly activity: ActivitySummary
  readonly lines: readonly SettledLine[]
  readonly heads: number
  readonly steps: readonly ActivityStep[]
  /** Whether it tells what came of the activity, beside what was planned. */
  readonly isRecord: boolean
}

/** An activity on paper: the plan with its budget and who agreed, or all that came of it. */
export function ActivityPaper({ title, activity, lines, heads, steps, isRecord }: ActivityPaperProps) {
  const { t } = useTranslation(['plan', 'activities', 'common'])
  const unionName = useUnionName()
  const { signedUp, present, absent, perHead, quota, overLimitReason } = activity
  const zero = fenSchema.parse(0)
  const sum = totalOf(lines.map(({ planned, actual }) => ({ amount: isRecord ? (actual ?? zero) : planned })))
  const each = costPerHead(sum, heads)
  const settled = steps.findLast(({ kind }) => kind === 'settled')
  const rows: readonly (readonly [string, string | null])[] = [
    [t('field.title'), activity.title],
    [t('field.type'), t(`activities:type.${activity.type}`)],
    [t('time'), timeRange(activity)],
    [t('field.place'), activity.place],
    [t('field.organiser'), activity.organiser ?? t('branch')],
    [t('field.eligible'), activity.eligible?.name ?? t('everybody')],
    [t('field.quota'), quota === null ? t('noQuota') : t('common:people', { count: quota })],
    [t('field.perHead'), perHead === null ? null : formatYuan(perHead)],
    [t('field.lecturer'), activity.lecturer],
    [t('field.provider'), activity.provider],
  ]
  const opinions = (['chair', 'superior'] as const).map((level) => ({
    level,
    step: steps.findLast((step) => step.level === level && (step.kind === 'approved' || step.kind === 'sentBack')),
  }))
  const submitted = steps.findLast(({ kind }) => kind === 'submitted')
  return (
    <article className={`${paper.page} ${paper.form}`} aria-label={title}>
      <PageSetup landscape={false} margin="0" />
      <h2 className={paper.title}>{title}</h2>
      <p className={paper.head}>
        <span>{unionName}</span>
        <span>{t('paper.unit')}</span>
      </p>
      <dl className={styles.facts}>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <LineTable lines={lines} withActual={isRecord} className={styles.money} isPaper />
      <dl className={styles.texts}>
        <div>
          <dt>{t('paper.people')}</dt>
          <dd>
            {isRecord
              ? t('paper.attendance', { signedUp: signedUp + present + absent, present, absent })
              : t('paper.planned', { count: heads })}
            {each !== null && t('budget.perHead', { amount: formatYuan(each) })}
          </dd>
        </div>
        {(overLimitReason !== null || settled?.opinion) && (
          <div>
            <dt>{t('check.reasonLabel')}</dt>
            <dd>{[overLimitReason, settled?.opinion].filter(Boolean).join(t('semicolon'))}</dd>
          </div>
        )}
        <div className={styles.tall}>
          <dt>{isRecord ? t('field.summary') : t('field.note')}</dt>
          <dd>{isRecord ? activity.summary : activity.note}</dd>
        </div>
        <div className={styles.sign}>
          <dt>{t('approval.handler')}</dt>
          <dd>
            <span>{submitted?.opinion}</span>
            <span>{signed(submitted)}</span>
          </dd>
        </div>
        {opinions.map(({ level, step }) => (
          <div key={level} className={styles.sign}>
            <dt>{t('paper.opinionOf', { level: t(`level.${level}`) })}</dt>
            <dd>
              <span>
                {step !== undefined &&
                  [t(step.kind === 'approved' ? 'step.approved' : 'step.sentBack'), step.opinion]
                    .filter(Boolean)
                    .join(t('comma'))}
              </span>
              <span>{signed(step)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </article>
  )

  function signed(step: ActivityStep | undefined): string {
    return step === undefined ? t('paper.signHere') : [step.by, step.on].filter(Boolean).join(' ')
  }
}
