import { useTranslation } from 'react-i18next'
import type { DuesFormula } from '../../../../shared/model/dues-rule'
import { fenSchema } from '../../../../shared/model/money'
import { duesOf } from '../../../../shared/rules/dues/formula'
import { formatYuan } from '../../../components/yuan'
import styles from '../dues.module.css'

const EXAMPLE_WAGE = fenSchema.parse(345_600)

/** What a member with a wage of 3,456 yuan would pay by a rule. */
export function RuleExample({ formula }: { readonly formula: DuesFormula }) {
  const { t } = useTranslation('dues')
  const result = duesOf(formula, { memberClass: 'regular', grade: null, pay: {}, wage: EXAMPLE_WAGE })
  return (
    <p role="status" className={styles.example}>
      {t('rule.example', {
        wage: formatYuan(EXAMPLE_WAGE),
        amount: result.kind === 'due' ? formatYuan(result.amount) : t('rule.nothing'),
      })}
    </p>
  )
}
