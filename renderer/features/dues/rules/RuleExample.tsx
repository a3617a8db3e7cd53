import { useTranslation } from 'react-i18next'
import type { DuesFormula } from '../../../../shared/model/dues'
import { fenSchema } from '../../../../shared/model/money'
import { dueAmount } from '../../../../shared/rules/dues/formula'
import { formatYuan } from '../../../components/yuan'
import styles from '../dues.module.css'

const EXAMPLE_WAGE = fenSchema.parse(345_600)

/** What a member with a wage of 3,456 yuan would pay by a rule. */
export function RuleExample({ formula }: { readonly formula: DuesFormula }) {
  const { t } = useTranslation('dues')
  const amount = dueAmount(formula, EXAMPLE_WAGE)
  return (
    <p role="status" className={styles.example}>
      {t('rule.example', {
        wage: formatYuan(EXAMPLE_WAGE),
        amount: amount === null ? t('rule.nothing') : formatYuan(amount),
      })}
    </p>
  )
}
