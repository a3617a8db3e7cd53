import { useTranslation } from 'react-i18next'
import type { MembershipStatus } from '../../../shared/model/membership'
import styles from './StatusTag.module.css'

/** The standing of a member; told by its word, the colour only helps the eye. */
export function StatusTag({ status }: { readonly status: MembershipStatus }) {
  const { t } = useTranslation('fields')
  const tone = status === 'active' ? styles.active : status === 'kept' ? styles.kept : styles.left
  return <span className={`${styles.tag} ${tone}`}>{t(`status.${status}`)}</span>
}
