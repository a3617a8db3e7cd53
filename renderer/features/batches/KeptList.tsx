import { useTranslation } from 'react-i18next'
import type { KeptItem } from '../../../shared/contract/batches'
import styles from './batches.module.css'
import { useBatchTexts } from './use-batch-texts'

interface KeptListProps {
  readonly total: number
  /** The first of them. */
  readonly rows: readonly KeptItem[]
}

/** What an undo leaves as it is: whose, and why. */
export function KeptList({ total, rows }: KeptListProps) {
  const { t } = useTranslation('batches')
  const texts = useBatchTexts()
  return (
    <ul className={styles.kept} tabIndex={0} aria-label={t('keptTitle', { count: total })}>
      {rows.map((item, index) => (
        <li key={index}>
          <strong>{item.name}</strong> {texts.kept(item)}
        </li>
      ))}
      {total > rows.length && <li>{t('keptMore', { count: total - rows.length })}</li>}
    </ul>
  )
}
