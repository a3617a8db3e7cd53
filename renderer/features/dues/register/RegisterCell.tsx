import { useTranslation } from 'react-i18next'
import type { RegisterRow } from '../../../../shared/contract/dues/register'
import { formatYuan, yuanFigures } from '../../../components/yuan'
import styles from './register.module.css'

/** A month of a member: what was paid of it, marked where it is not all, or that the member is exempt. */
export function RegisterCell({ cell }: { readonly cell: RegisterRow['months'][number] | undefined }) {
  const { t } = useTranslation('payments')
  if (cell === undefined) return null
  const { sums, isExempt } = cell
  if (sums === null) {
    return isExempt ? <span title={t('register.exemptText')}>{t('register.exempt')}</span> : null
  }
  const { paid, open } = sums
  if (open === 0) return <span className="numeric">{yuanFigures(paid)}</span>
  const title = t('register.partPaid', { paid: formatYuan(paid), open: formatYuan(open) })
  return (
    <span className={`numeric ${styles.open ?? ''}`} title={title}>
      {paid === 0 ? t('register.unpaid', { amount: yuanFigures(open) }) : `${yuanFigures(paid)}*`}
    </span>
  )
}
