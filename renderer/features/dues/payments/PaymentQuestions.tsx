import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PaymentCheck } from '../../../../shared/contract/dues/payments'
import panel from '../../../components/panel.module.css'
import { formatYuan } from '../../../components/yuan'

/** What to make sure of before payments are recorded. */
export function PaymentQuestions({ check: { members, ahead, questions } }: { readonly check: PaymentCheck }) {
  const { t } = useTranslation('payments')
  return (
    <div className={panel.stack}>
      {questions.map(({ question, members: count, rows }) => (
        <Alert
          key={question}
          type="warning"
          showIcon
          title={t(`question.${question}`, { count })}
          description={[
            rows
              .map(({ name, amount }) => t('question.who', { name, amount: formatYuan(amount) }))
              .join(t('separator')),
            ...(count > rows.length ? [t('question.more', { count })] : []),
          ].join(' ')}
        />
      ))}
      {ahead !== null && members > 1 && (
        <Alert
          type="info"
          showIcon
          title={t('question.ahead', { count: ahead.members, amount: formatYuan(ahead.amount) })}
        />
      )}
    </div>
  )
}

/** Whether there is anything to make sure of; of one member the dialog says before what is paid ahead. */
export function asksSomething({ members, ahead, questions }: PaymentCheck): boolean {
  return questions.length > 0 || (ahead !== null && members > 1)
}
