import { useTranslation } from 'react-i18next'
import type { ActivityType, BudgetItem, MoneySource } from '../../../../shared/model/activity'
import type { Day } from '../../../../shared/model/date'
import { prizesFor } from '../../../../shared/rules/activities/budget'
import { isPaidFromDuesFirst } from '../../../../shared/rules/funds/dues-first'
import panel from '../../../components/panel.module.css'

interface PlanHintsProps {
  readonly type: ActivityType
  readonly title: string
  readonly startsOn: Day
  readonly endsOn: Day
  readonly lines: readonly { readonly item: BudgetItem; readonly source: MoneySource }[]
  readonly heads: number
}

/** What to think of in a budget; nothing of it holds anything back. */
export function PlanHints({ type, title, startsOn, endsOn, lines, heads }: PlanHintsProps) {
  const { t } = useTranslation('plan')
  const hasPrizes = lines.some(({ item }) => item === 'prizes')
  const isFunds = lines.some(({ source }) => source === 'funds')
  const hints = [
    ...(hasPrizes && (type === 'sports' || type === 'contest')
      ? [t('hint.prizes', { count: heads, most: prizesFor(heads) })]
      : []),
    ...(type === 'outing' && startsOn !== endsOn ? [t('hint.sameDay')] : []),
    ...(isFunds && isPaidFromDuesFirst(title, type) ? [t('hint.duesFirst')] : []),
  ]
  return hints.map((hint) => (
    <p key={hint} className={panel.quiet}>
      {hint}
    </p>
  ))
}
