import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { MemberId } from '../../../../shared/model/id'
import type { Fen } from '../../../../shared/model/money'
import { opposite } from '../../../../shared/rules/dues/ledger'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import { MoneyInput } from '../../../components/MoneyInput'
import panel from '../../../components/panel.module.css'
import { formatYuan } from '../../../components/yuan'
import { typedSum, type TypedAmounts } from './payment-draft'
import styles from './payments.module.css'

interface EachAmountProps {
  readonly memberIds: readonly MemberId[]
  readonly amounts: TypedAmounts
  readonly onChange: (amounts: TypedAmounts) => void
}

/** Of each member an amount of its own. */
export function EachAmount({ memberIds, amounts, onChange }: EachAmountProps) {
  const { t } = useTranslation('payments')
  const payers = useQuery(api.dues.payments.payers.queryOptions({ input: { memberIds: [...memberIds] } }))
  if (payers.isError) return <ErrorNotice error={payers.error} onRetry={() => void payers.refetch()} />
  if (payers.isPending) return <Loading />

  function standing(balance: Fen): string {
    if (balance > 0) return t('pay.owes', { amount: formatYuan(balance) })
    return balance < 0 ? t('pay.aheadBy', { amount: formatYuan(opposite(balance)) }) : t('pay.owesNothing')
  }

  return (
    <>
      <div className={styles.scroll}>
        <table className={styles.choice} aria-label={t('pay.each')}>
          <tbody>
            {payers.data.map(({ memberId, name, balance }) => (
              <tr key={memberId}>
                <td>{name}</td>
                <td className={panel.quiet}>{standing(balance)}</td>
                <td className={styles.amount}>
                  <MoneyInput
                    aria-label={name}
                    value={amounts[memberId] ?? ''}
                    onChange={(text) => onChange({ ...amounts, [memberId]: text })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.amount} role="status">
        {t('pay.sum', { amount: formatYuan(typedSum(amounts)) })}
      </p>
    </>
  )
}
