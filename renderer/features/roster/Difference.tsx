import type { ReactNode } from 'react'
import styles from './roster.module.css'

interface DifferenceProps {
  /** Null where there was nothing. */
  readonly before: ReactNode
  readonly after: ReactNode
  /** False where it stays as it was. */
  readonly written: boolean
}

/** A value that changes: the old one struck above the new one. */
export function Difference({ before, after, written }: DifferenceProps) {
  return (
    <span className={written ? styles.difference : `${styles.difference} ${styles.withheld}`}>
      {before !== null && <del>{before}</del>}
      <ins>{after}</ins>
    </span>
  )
}
