import { useTranslation } from 'react-i18next'
import { arrearsDecisionSchema, arrearsStepKindSchema } from '../../../../shared/model/arrears'
import { fenSchema } from '../../../../shared/model/money'
import { formatYuan } from '../../../components/yuan'

/** Fields and values of a step of the course as the history of a member names them. */
export function useStepHistory() {
  const { t } = useTranslation('arrears')
  const names: Readonly<Record<string, string>> = {
    kind: t('column.last'),
    on: t('take.on'),
    owed: t('course.owed'),
    enteredUntil: t('course.enteredUntil'),
    by: t('take.by'),
    reason: t('take.reason'),
    decision: t('take.decision'),
    document: t('take.document'),
  }

  function value(field: string, raw: string): string {
    const kind = arrearsStepKindSchema.safeParse(raw)
    if (field === 'kind' && kind.success) return t(`step.${kind.data}`)
    const decision = arrearsDecisionSchema.safeParse(raw)
    if (field === 'decision' && decision.success) return t(`decision.${decision.data}`)
    return field === 'owed' ? formatYuan(fenSchema.parse(Number(raw))) : raw
  }

  return { fieldName: (field: string) => names[field] ?? null, value }
}
