import { Button, Steps } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { ActivitySummary } from '../../../../shared/contract/activities/plan'
import type { ActivityState } from '../../../../shared/model/activity'
import { signUpEndsOn } from '../../../../shared/rules/activities/state'
import panel from '../../../components/panel.module.css'
import styles from '../activities.module.css'
import { DecideDialog } from '../approval/DecideDialog'
import { SubmitDialog } from '../approval/SubmitDialog'
import { SettleDialog } from '../settlement/SettleDialog'

/** Which of the four stretches an activity is in: plan, approval, the day itself, settlement. */
const stretches: Readonly<Record<ActivityState, number>> = {
  draft: 0,
  sentBack: 1,
  submitted: 1,
  open: 2,
  approved: 2,
  over: 3,
  settled: 4,
  cancelled: 0,
}

interface NextStepProps {
  readonly activity: ActivitySummary
  readonly onTab: (tab: string) => void
  readonly onRestore: () => void
}

/** How far an activity is, and the one thing to do next. */
export function NextStep({ activity, onTab, onRestore }: NextStepProps) {
  const { t } = useTranslation('plan')
  const navigate = useNavigate()
  const { id, state, waitsFor, signedUp, present, absent, cancelReason } = activity
  const all = signedUp + present + absent
  const [dialog, setDialog] = useState<'submit' | 'decide' | 'settle' | null>(null)
  const close = () => setDialog(null)

  function step(): { readonly text: string; readonly acts: ReactNode } {
    switch (state) {
      case 'draft':
        return {
          text: t('next.draft'),
          acts: (
            <>
              <Button onClick={() => onTab('money')}>{t('budget.make')}</Button>
              <Button type="primary" onClick={() => setDialog('submit')}>
                {t('approval.submit')}
              </Button>
            </>
          ),
        }
      case 'submitted':
        return {
          text: t('next.submitted', { level: t(`level.${waitsFor ?? 'chair'}`) }),
          acts: (
            <>
              <Button onClick={() => void navigate(`/activities/${id}/approval`)}>{t('paper.approval')}</Button>
              <Button type="primary" onClick={() => setDialog('decide')}>
                {t('approval.decide')}
              </Button>
            </>
          ),
        }
      case 'sentBack':
        return {
          text: t('next.sentBack'),
          acts: (
            <>
              <Button onClick={() => void navigate(`/activities/${id}/edit`)}>{t('next.change')}</Button>
              <Button type="primary" onClick={() => setDialog('submit')}>
                {t('approval.submitAgain')}
              </Button>
            </>
          ),
        }
      case 'open':
        return {
          text: t('next.open', { day: signUpEndsOn(activity), count: all }),
          acts: (
            <Button type="primary" onClick={() => onTab('people')}>
              {t('next.signUp')}
            </Button>
          ),
        }
      case 'approved':
        return {
          text: t('next.approved', { count: all }),
          acts: (
            <Button type="primary" onClick={() => onTab('people')}>
              {t('next.people')}
            </Button>
          ),
        }
      case 'over':
        return {
          text: signedUp > 0 ? t('next.unmarked', { count: signedUp }) : t('next.over'),
          acts: (
            <>
              {signedUp > 0 && <Button onClick={() => onTab('people')}>{t('next.attendance')}</Button>}
              <Button type="primary" onClick={() => setDialog('settle')}>
                {t('settlement.do')}
              </Button>
            </>
          ),
        }
      case 'settled':
        return {
          text: t('next.settled', { day: activity.settledOn }),
          acts: (
            <Button type="primary" onClick={() => void navigate(`/activities/${id}/record`)}>
              {t('paper.record')}
            </Button>
          ),
        }
      case 'cancelled':
        return {
          text: t('next.cancelled', { day: activity.cancelledOn, reason: cancelReason }),
          acts: <Button onClick={onRestore}>{t('restore')}</Button>,
        }
    }
  }

  const { text, acts } = step()
  return (
    <section className={styles.next} aria-label={t('next.label')}>
      {state !== 'cancelled' && (
        <Steps
          size="small"
          current={stretches[state]}
          status={state === 'sentBack' ? 'error' : 'process'}
          items={[
            { title: t('stretch.plan') },
            { title: t('stretch.approval') },
            { title: t('stretch.held') },
            { title: t('stretch.settlement') },
          ]}
        />
      )}
      <div className={panel.spread}>
        <p>{text}</p>
        <div className={panel.bar}>{acts}</div>
      </div>
      {dialog === 'submit' && <SubmitDialog activity={activity} onClose={close} />}
      {dialog === 'decide' && <DecideDialog activity={activity} onClose={close} />}
      {dialog === 'settle' && <SettleDialog activity={activity} onClose={close} />}
    </section>
  )
}
