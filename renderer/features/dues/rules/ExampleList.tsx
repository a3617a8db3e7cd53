import { useTranslation } from 'react-i18next'
import type { RuleExample } from '../../../../shared/contract/dues/rules'
import panel from '../../../components/panel.module.css'
import { formatYuan } from '../../../components/yuan'
import { useDueText } from '../charges/use-due-text'
import { amountOf } from './amount-of'
import styles from './rules.module.css'

/** What some members would pay, and why. */
export function ExampleList({ examples }: { readonly examples: readonly RuleExample[] }) {
  const { t } = useTranslation(['duesRules', 'fields'])
  const dueText = useDueText()
  return (
    <ul className={styles.examples}>
      {examples.map(({ memberId, name, department, memberClass, before, after }) => (
        <li key={memberId}>
          <div className={styles.exampleHead}>
            <strong>{name}</strong>
            <span className={panel.quiet}>
              {[t(`fields:memberClass.${memberClass}`), department].filter((text) => text !== null).join(t('text.dot'))}
            </span>
            <span className={`numeric ${styles.exampleAmount}`}>
              {before.kind === 'noRule'
                ? formatYuan(amountOf(after))
                : t('preview.change', { before: formatYuan(amountOf(before)), after: formatYuan(amountOf(after)) })}
            </span>
          </div>
          <div className="numeric">{dueText(after)}</div>
        </li>
      ))}
    </ul>
  )
}
