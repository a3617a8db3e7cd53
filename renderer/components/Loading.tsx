import { Spin } from 'antd'
import { useTranslation } from 'react-i18next'
import styles from './EmptyState.module.css'

/** Stands where something is being read; appears only when that takes noticeably long. */
export function Loading() {
  const { t } = useTranslation()
  return (
    <div className={styles.empty} role="status" aria-label={t('loading')}>
      <Spin delay={200} />
    </div>
  )
}
