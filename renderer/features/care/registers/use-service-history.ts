import { useTranslation } from 'react-i18next'
import { fenSchema } from '../../../../shared/model/money'
import {
  checkupInputSchema,
  legalCaseInputSchema,
  mutualAidInputSchema,
} from '../../../../shared/model/service-register'
import { formatYuan } from '../../../components/yuan'

/** Fields and values of the registers of services as the history of a member names them. */
export function useServiceHistory() {
  const { t } = useTranslation('registers')
  const names: Readonly<Record<string, string>> = {
    kind: t('legal.kind'),
    openedOn: t('legal.openedOn'),
    matter: t('legal.matter'),
    handler: t('legal.handler'),
    closedOn: t('legal.closedOn'),
    outcome: t('legal.outcome'),
    cost: t('legal.cost'),
    plan: t('cover.plan'),
    validFrom: t('cover.from'),
    validUntil: t('cover.until'),
    premium: t('cover.premium'),
    payer: t('cover.payer'),
    number: t('cover.number'),
    on: t('checkup.on'),
    package: t('checkup.package'),
    attendance: t('checkup.attendance'),
    finding: t('checkup.finding'),
    followUpOn: t('checkup.followUpOn'),
    note: t('note'),
  }

  function value(field: string, raw: string): string {
    const kind = legalCaseInputSchema.shape.kind.safeParse(raw)
    const payer = mutualAidInputSchema.shape.payer.safeParse(raw)
    const attendance = checkupInputSchema.shape.attendance.safeParse(raw)
    if (field === 'kind' && kind.success) return t(`legalKind.${kind.data}`)
    if (field === 'payer' && payer.success) return t(`payer.${payer.data}`)
    if (field === 'attendance' && attendance.success) return t(`checkupView.${attendance.data}`)
    return field === 'cost' || field === 'premium' ? formatYuan(fenSchema.parse(Number(raw))) : raw
  }

  return { fieldName: (field: string) => names[field] ?? null, value }
}
