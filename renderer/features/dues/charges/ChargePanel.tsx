import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChargeList, ChargePreview } from '../../../../shared/contract/dues/charges'
import type { DuesPeriod } from '../../../../shared/model/dues-rule'
import { fenSchema } from '../../../../shared/model/money'
import { periodOf } from '../../../../shared/rules/dues/period'
import { api } from '../../../client'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import panel from '../../../components/panel.module.css'
import { useDates } from '../../../components/use-dates'
import { formatYuan } from '../../../components/yuan'
import { useRuleText } from '../rules/use-rule-text'
import { ChargeDialog } from './ChargeDialog'
import { ChargeFigures } from './ChargeFigures'
import { ChargeLists } from './ChargeLists'
import { PeriodSwitcher, type ChosenPeriod } from './PeriodSwitcher'
import { usePeriodText } from './use-period-text'
import { useTicked } from './use-ticked'

interface ChargePanelProps {
  readonly period: ChosenPeriod
  readonly onPeriod: (period: ChosenPeriod) => void
  readonly onSetRule: () => void
}

/** The dues of a period: the rule in force, what was charged and received, and who is to be charged. */
export function ChargePanel({ period, onPeriod, onSetRule }: ChargePanelProps) {
  const { t } = useTranslation(['charges', 'dues'])
  const periodText = usePeriodText()
  const { from, until } = period
  const preview = useQuery(api.dues.charges.preview.queryOptions({ input: { from, until } }))
  const switcher = <PeriodSwitcher period={period} onChange={onPeriod} />
  if (preview.isError) return <ErrorNotice error={preview.error} onRetry={() => void preview.refetch()} />
  if (preview.isPending) {
    return (
      <div className={panel.fill}>
        {switcher}
        <Loading />
      </div>
    )
  }
  if (preview.data.rules.length === 0) {
    return (
      <div className={panel.fill}>
        {switcher}
        <EmptyState
          title={t('noRule', { period: periodText(period) })}
          text={t('dues:rule.noneText')}
          action={
            <Button type="primary" onClick={onSetRule}>
              {t('dues:rule.set')}
            </Button>
          }
        />
      </div>
    )
  }
  return (
    <Preview
      key={`${from} ${until}`}
      preview={preview.data}
      switcher={switcher}
      period={period}
      onPeriod={(kind) => onPeriod({ kind, ...periodOf(kind, from) })}
    />
  )
}

interface PreviewProps {
  readonly preview: ChargePreview
  readonly switcher: React.ReactNode
  readonly period: ChosenPeriod
  readonly onPeriod: (kind: DuesPeriod) => void
}

function Preview({ preview, switcher, period, onPeriod }: PreviewProps) {
  const { t } = useTranslation('charges')
  const dates = useDates()
  const ruleText = useRuleText()
  const [list, setList] = useState<ChargeList>('charge')
  const [isCharging, setCharging] = useState(false)
  const back = useTicked(period, 'back')
  const difference = useTicked(period, 'difference')
  const { lists, rules, withoutRule } = preview
  const toCharge = lists.find((one) => one.list === 'charge')
  const unusual = lists.find((one) => one.list === 'unusual')
  const amount = fenSchema.parse((toCharge?.amount ?? 0) + back.amount + difference.amount)
  const members = (toCharge?.members ?? 0) + back.memberIds.length + difference.memberIds.length
  const usual = rules[0]?.formula.period
  return (
    <div className={panel.fill}>
      <div className={panel.spread}>
        {switcher}
        {members > 0 && (
          <Button type="primary" onClick={() => setCharging(true)}>
            {t('charge', { amount: formatYuan(amount) })}
          </Button>
        )}
      </div>
      <ChargeFigures preview={preview} />
      <div className={panel.bar}>
        {rules.map(({ id, validFrom, formula }) => (
          <p key={id} className={panel.quiet}>
            {t(rules.length === 1 ? 'ruleInForce' : 'ruleFrom', {
              rule: ruleText(formula),
              month: dates.month(validFrom),
            })}
          </p>
        ))}
        {usual !== undefined && usual !== period.kind && period.kind !== 'range' && (
          <Button type="link" onClick={() => onPeriod(usual)}>
            {t(`usualPeriod.${usual}`)}
          </Button>
        )}
      </div>
      {withoutRule.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('withoutRule', { months: withoutRule.map(dates.month).join(t('listComma')) })}
        />
      )}
      {unusual !== undefined && (
        <Alert
          type="warning"
          showIcon
          title={t('unusual', { count: unusual.members })}
          action={<Button onClick={() => setList('unusual')}>{t('seeUnusual')}</Button>}
        />
      )}
      <ChargeLists preview={preview} chosen={list} onChoose={setList} back={back} difference={difference} />
      {isCharging && (
        <ChargeDialog preview={preview} back={back} difference={difference} onClose={() => setCharging(false)} />
      )}
    </div>
  )
}
