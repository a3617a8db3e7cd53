import { useTranslation } from 'react-i18next'
import type { HardshipStep } from '../../../../shared/rules/care/hardship'
import { yuanFigures } from '../../../components/yuan'

/** A line of the arithmetic in words and numbers, so that a person can check it. */
export function useStepsText(): (step: HardshipStep) => string {
  const { t } = useTranslation('hardship')
  const verdict = (isMet: boolean) => t(isMet ? 'step.met' : 'step.notMet')
  return (step) => {
    switch (step.kind) {
      case 'perHead':
        return t('step.perHead', {
          income: yuanFigures(step.income),
          spending: yuanFigures(step.rigidSpending),
          people: step.people,
          perHead: yuanFigures(step.perHead),
        })
      case 'deep':
      case 'relative':
        return t('step.below', {
          minimum: yuanFigures(step.minimumLiving),
          percent: step.percent,
          people: step.people,
          limit: yuanFigures(step.limit),
          left: yuanFigures(step.left),
          sign: step.isMet ? '<' : '≥',
          name: t(`class.${step.kind}`),
          verdict: verdict(step.isMet),
        })
      case 'accident':
        return t('step.accident', {
          cost: yuanFigures(step.cost),
          income: yuanFigures(step.income),
          percent: step.percent,
          limit: yuanFigures(step.limit),
          sign: step.isMet ? '>' : '≤',
          name: t('class.accident'),
          verdict: verdict(step.isMet),
        })
      case 'stricken':
        return t(step.isMet ? 'step.stricken' : 'step.notStricken')
      case 'town':
        return t(step.isKnown ? (step.isMet ? 'step.town' : 'step.notTown') : 'step.townUnknown')
      case 'employment':
        return step.isKnown
          ? t('step.employment', { months: step.months, verdict: verdict(step.isMet) })
          : t('step.employmentUnknown', { months: step.months })
      case 'excluded':
        return t('step.excluded', { why: step.why })
    }
  }
}
