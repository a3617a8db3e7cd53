import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Month } from '../../../../shared/model/date'
import { api } from '../../../client'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import { useDates } from '../../../components/use-dates'
import { useErrorToast } from '../../../components/use-error-toast'
import { useUndo } from '../../../components/use-undo'
import { formatYuan } from '../../../components/yuan'
import { ChargeList } from './ChargeList'
import styles from '../dues.module.css'
import { MonthFigures } from './MonthFigures'
import { MonthSwitcher } from './MonthSwitcher'
import { useRuleText } from '../rules/use-rule-text'

interface MonthPanelProps {
  readonly month: Month
  readonly onMonth: (month: Month) => void
  readonly onSetRule: () => void
}

/** The dues of a month: the rule in force, what was charged and received, and who is to be charged. */
export function MonthPanel({ month, onMonth, onSetRule }: MonthPanelProps) {
  const { t } = useTranslation('dues')
  const dates = useDates()
  const ruleText = useRuleText()
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const summary = useQuery(api.dues.charges.month.queryOptions({ input: { month } }))
  const charge = useMutation(
    api.dues.charges.run.mutationOptions({
      onSuccess: ({ batchId, members, amount }) => {
        offerUndo(t('charged', { count: members, amount: formatYuan(amount) }), batchId)
        return queryClient.invalidateQueries()
      },
      onError: useErrorToast(),
    }),
  )
  if (summary.isError) return <ErrorNotice error={summary.error} onRetry={() => void summary.refetch()} />
  const { data } = summary
  return (
    <div className={styles.fill}>
      <div className={styles.spread}>
        <MonthSwitcher month={month} onChange={onMonth} />
        {data !== undefined && data.toCharge.members > 0 && (
          <Button type="primary" loading={charge.isPending} onClick={() => charge.mutate({ month })}>
            {t('charge', { count: data.toCharge.members, amount: formatYuan(data.toCharge.amount) })}
          </Button>
        )}
      </div>
      {data === undefined ? (
        <Loading />
      ) : data.rule === null ? (
        <EmptyState
          title={t('noRule', { month: dates.month(month) })}
          text={t('rule.noneText')}
          action={
            <Button type="primary" onClick={onSetRule}>
              {t('rule.set')}
            </Button>
          }
        />
      ) : (
        <>
          <MonthFigures summary={data} />
          <p className={styles.quiet}>{t('ruleInForce', { rule: ruleText(data.rule.formula) })}</p>
          <ChargeList key={month} summary={data} />
        </>
      )}
    </div>
  )
}
