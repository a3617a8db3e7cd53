import { PageSetup } from '../reports/PageSetup'
import { useUnionName } from '../reports/use-union-name'
import styles from './statistics.module.css'

interface PaperHeadProps {
  readonly title: string
  readonly lines: readonly string[]
  readonly landscape: boolean
}

/** Stands above a table when it is printed: what it is, whose, of which time. */
export function PaperHead({ title, lines, landscape }: PaperHeadProps) {
  const unionName = useUnionName()
  return (
    <div className={styles.onPaper}>
      <PageSetup landscape={landscape} margin="14mm 14mm" />
      <h2 className={styles.name}>{title}</h2>
      <p>{[unionName, ...lines].join('　　')}</p>
    </div>
  )
}
