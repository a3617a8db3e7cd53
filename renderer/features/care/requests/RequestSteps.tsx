import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestDetail } from '../../../../shared/contract/care/requests'
import { closingObstacle, type RequestStep } from '../../../../shared/rules/care/request'
import styles from './requests.module.css'
import { StepDialog } from './StepDialog'

/** The usual next step; the first of those possible but for what has been done since the last reply. */
function usualStep({ state, owner, events, steps }: RequestDetail): RequestStep | undefined {
  if (state === 'accepted' && owner !== null) return 'progress'
  if (state === 'replied' && closingObstacle(events, null) === null) return 'closed'
  return steps[0]
}

/** What can be done with a request as it stands, the usual next step first. */
export function RequestSteps({ request }: { readonly request: RequestDetail }) {
  const { t } = useTranslation('requests')
  const [step, setStep] = useState<RequestStep | null>(null)
  const usual = usualStep(request)
  const steps = request.steps.toSorted((one, other) => Number(other === usual) - Number(one === usual))
  return (
    <div className={styles.next} role="group" aria-label={t('next.label')}>
      <span>{t(`next.${request.state}`)}</span>
      {steps.map((one) => (
        <Button key={one} type={one === usual ? 'primary' : 'default'} onClick={() => setStep(one)}>
          {t(`act.${one}`)}
        </Button>
      ))}
      {step !== null && <StepDialog request={request} kind={step} onClose={() => setStep(null)} />}
    </div>
  )
}
