import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ActivityId } from '../../../../shared/model/id'
import { api } from '../../../client'
import panel from '../../../components/panel.module.css'
import styles from '../activities.module.css'
import { useStepText } from './use-step-text'

/** Every step of an activity's papers in its order, none of them ever changed. */
export function ApprovalSteps({ activityId }: { readonly activityId: ActivityId }) {
  const { t } = useTranslation('plan')
  const stepText = useStepText()
  const steps = useQuery(api.activities.approval.steps.queryOptions({ input: { activityId } }))
  if (steps.data === undefined || steps.data.length === 0) return <p className={panel.quiet}>{t('approval.none')}</p>
  return (
    <ol className={styles.steps}>
      {steps.data.map((step) => (
        <li key={step.id}>
          <span className="numeric">{step.on}</span>
          <strong>{stepText(step)}</strong>
          {step.by !== null && <span>{step.by}</span>}
          {step.opinion !== null && <span className={panel.quiet}>{step.opinion}</span>}
        </li>
      ))}
    </ol>
  )
}
