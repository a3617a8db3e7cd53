import { useTranslation } from 'react-i18next'
import type { ActivitySummary } from '../../../../shared/contract/activities/plan'
import { Money } from '../../../components/Money'
import styles from '../activities.module.css'

/** How many take part, how many came, and the cost for each of them. */
export function ActivityFigures({ activity }: { readonly activity: ActivitySummary }) {
  const { t } = useTranslation(['activities', 'plan', 'common'])
  const { signedUp, present, absent, cost, costPerHead } = activity
  const unknown = <span className={styles.unknown}>{t('costUnknown')}</span>
  const figures = [
    { name: t('participants'), value: t('common:people', { count: signedUp + present + absent }) },
    { name: t('present'), value: t('common:people', { count: present }) },
    { name: t('plan:field.cost'), value: cost === null ? unknown : <Money fen={cost} /> },
    {
      name: t('costPerHead'),
      value:
        costPerHead === null ? (
          <span className={styles.unknown}>{t('costPerHeadLater')}</span>
        ) : (
          <Money fen={costPerHead} />
        ),
    },
  ]
  return (
    <dl className={styles.figures}>
      {figures.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
