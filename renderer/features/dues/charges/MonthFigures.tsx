import { useTranslation } from 'react-i18next'
import type { MonthSummary } from '../../../../shared/contract/dues/charges'
import { Money } from '../../../components/Money'
import styles from '../dues.module.css'

/** What a month charged, still would charge, and brought in. */
export function MonthFigures({ summary: { charged, toCharge, received } }: { readonly summary: MonthSummary }) {
  const { t } = useTranslation(['dues', 'common'])
  const figures = [
    { name: 'charged', amount: charged.amount, note: t('common:people', { count: charged.members }) },
    { name: 'toCharge', amount: toCharge.amount, note: t('common:people', { count: toCharge.members }) },
    { name: 'received', amount: received.amount, note: t('payments', { count: received.payments }) },
  ] as const
  return (
    <dl className={styles.figures}>
      {figures.map(({ name, amount, note }) => (
        <div key={name}>
          <dt>{t(`figure.${name}`)}</dt>
          <dd>
            <strong>
              <Money fen={amount} />
            </strong>
            <span className={styles.quiet}>{note}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}
