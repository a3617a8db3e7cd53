import { useTranslation } from 'react-i18next'
import type { RosterImport, RosterOutcome } from '../../../shared/model/roster'
import styles from './roster.module.css'

const outcomes: readonly RosterOutcome[] = ['new', 'changed', 'same', 'possibleDuplicate', 'conflict', 'error']

interface OutcomeTilesProps {
  readonly counts: RosterImport['counts']
  /** The outcome whose rows are shown; null for all. */
  readonly chosen: RosterOutcome | null
  readonly onChoose: (outcome: RosterOutcome | null) => void
}

/** How many rows come to what; each figure shows its rows. */
export function OutcomeTiles({ counts, chosen, onChoose }: OutcomeTilesProps) {
  const { t, i18n } = useTranslation('roster')
  const figure = new Intl.NumberFormat(i18n.language)
  return (
    <div role="group" aria-label={t('outcomes')} className={styles.tiles}>
      {[null, ...outcomes].map((outcome) => (
        <button
          key={outcome ?? 'all'}
          type="button"
          aria-pressed={chosen === outcome}
          data-outcome={outcome ?? 'all'}
          className={styles.tile}
          onClick={() => onChoose(outcome)}
        >
          <span>{t(`outcome.${outcome ?? 'all'}`)}</span>{' '}
          <strong>{figure.format(outcome === null ? counts.rows : counts[outcome])}</strong>
        </button>
      ))}
    </div>
  )
}
