import { useTranslation } from 'react-i18next'
import styles from './payroll.module.css'

/** Where the union's and the finance office's people sign. */
export function Signatures() {
  const { t } = useTranslation('payroll')
  return (
    <div className={styles.signatures}>
      {(['union', 'finance'] as const).map((who) => (
        <div key={who}>
          <p>{t(`deductions.${who}`)}</p>
          <p>{t('deductions.date')}</p>
        </div>
      ))}
    </div>
  )
}
