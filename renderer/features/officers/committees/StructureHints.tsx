import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { StructureHint } from '../../../../shared/rules/officers/rules'
import { api } from '../../../client'
import { Section } from '../../../components/Section'
import styles from '../officers.module.css'

/** What the rules say of a branch of these numbers, each with its source; nothing is kept from anybody by them. */
export function StructureHints() {
  const { t } = useTranslation('officers')
  const hints = useQuery(api.officers.committees.hints.queryOptions())

  function sentence({ key, counted, threshold, isReached, band }: StructureHint): string {
    if (key === 'delegates') return t('hint.delegates', { count: counted ?? 0, least: band?.least, most: band?.most })
    if (counted === null) return t('hint.staffUnknown', { threshold })
    return t(`hint.${key}.${isReached ? 'reached' : 'below'}`, { count: counted, threshold })
  }

  return (
    <Section title={t('hint.title')} action={<Link to="/reports">{t('hint.staff')}</Link>}>
      <ul className={styles.hints}>
        {(hints.data ?? []).map((hint) => (
          <li key={hint.key}>
            <span>{sentence(hint)}</span>
            <span className={styles.source}>
              {hint.source}
              {hint.isBackground && t('hint.background')}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
