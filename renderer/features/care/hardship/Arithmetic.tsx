import { useTranslation } from 'react-i18next'
import type { HardshipProposal } from '../../../../shared/rules/care/hardship'
import styles from './hardship.module.css'
import { useStepsText } from './use-steps-text'

/** The class that figures propose, with every step of the arithmetic. */
export function Arithmetic({ proposal }: { readonly proposal: HardshipProposal }) {
  const { t } = useTranslation('hardship')
  const stepText = useStepsText()
  return (
    <div className={styles.proposal} role="status">
      <strong>
        {proposal.class === null ? t('proposedNone') : t('proposed', { name: t(`class.${proposal.class}`) })}
      </strong>
      <ol className={styles.steps}>
        {proposal.steps.map((step) => (
          <li key={step.kind} className="numeric">
            {stepText(step)}
          </li>
        ))}
      </ol>
    </div>
  )
}
