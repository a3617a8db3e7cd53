import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArrearsOverview, DebtorStanding } from '../../../../shared/contract/dues/arrears'
import type { Fen } from '../../../../shared/model/money'
import { formatYuan } from '../../../components/yuan'
import styles from './arrears.module.css'

interface ArrearsFiguresProps {
  readonly overview: ArrearsOverview
  /** The one whose people are listed. */
  readonly standing: DebtorStanding
  readonly onStanding: (standing: DebtorStanding) => void
  readonly children: ReactNode
}

/** What is owed, and apart from it what nobody is asked for; each figure opens its people. */
export function ArrearsFigures({
  overview: { total, apart, held },
  standing,
  onStanding,
  children,
}: ArrearsFiguresProps) {
  const { t } = useTranslation(['arrears', 'common'])

  function figure(name: DebtorStanding, sum: { readonly members: number; readonly amount: Fen }) {
    return (
      <button
        key={name}
        type="button"
        className={styles.figure}
        aria-pressed={standing === name}
        title={t(`figureText.${name}`)}
        onClick={() => onStanding(name)}
      >
        <span>{t(`figure.${name}`)}</span>
        <strong className="numeric">{formatYuan(sum.amount)}</strong>
        <span className="numeric">{t('common:people', { count: sum.members })}</span>
      </button>
    )
  }

  return (
    <div className={styles.figures}>
      {figure('owes', total)}
      {apart.map(({ standing: name, ...sum }) => figure(name, sum))}
      {held.lists > 0 && (
        <a className={styles.figure} href="#/dues?tab=payroll">
          <span>{t('figure.held')}</span>
          <strong className="numeric">{formatYuan(held.amount)}</strong>
          <span className="numeric">{t('heldLists', { count: held.lists })}</span>
        </a>
      )}
      {children}
    </div>
  )
}
