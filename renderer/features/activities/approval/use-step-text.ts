import { useTranslation } from 'react-i18next'
import type { ActivityStep } from '../../../../shared/model/activity'

/** What a step is called: who decided and how, or up to whom a plan was handed in. */
export function useStepText(): (step: Pick<ActivityStep, 'kind' | 'level'>) => string {
  const { t } = useTranslation(['plan', 'common'])
  return ({ kind, level }) => {
    switch (kind) {
      case 'submitted':
        return t('approval.submittedTo', { level: t(`level.${level}`) })
      case 'approved':
      case 'sentBack':
        return t('common:labelled', { label: t(`level.${level}`), text: t(`step.${kind}`) })
      case 'settled':
      case 'reopened':
        return t(`step.${kind}`)
    }
  }
}
