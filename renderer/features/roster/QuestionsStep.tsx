import { useMutation } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RosterQuestion } from '../../../shared/contract/roster'
import type { RosterImportId } from '../../../shared/model/id'
import type { RosterField, RosterImport, ValueAnswer } from '../../../shared/model/roster'
import { api } from '../../client'
import { Section } from '../../components/Section'
import { useErrorToast } from '../../components/use-error-toast'
import { QuestionCard } from './QuestionCard'
import styles from './roster.module.css'

interface QuestionsStepProps {
  readonly importId: RosterImportId
  readonly questions: readonly RosterQuestion[]
  readonly onBack: () => void
  readonly onNext: () => void
  readonly onChanged: (found: RosterImport) => void
}

/** The values that could not be read for sure, each asked about once for all its rows; what earlier files answered comes last. */
export function QuestionsStep({ importId, questions, onBack, onNext, onChanged }: QuestionsStepProps) {
  const { t } = useTranslation(['roster', 'fields'])
  const answer = useMutation(api.roster.answer.mutationOptions({ onSuccess: onChanged, onError: useErrorToast() }))
  const give = (answers: ValueAnswer[]) => answer.mutate({ id: importId, answers })
  const open = questions.filter((question) => question.answer === null)
  const remembered = questions.filter((question) => question.answer?.remembered === true)
  const asked = questions.filter((question) => !remembered.includes(question))

  const cards = (group: readonly RosterQuestion[]) => (
    <div>
      {group.map((question) => (
        <QuestionCard
          key={`${question.field}\n${question.raw}`}
          question={question}
          isBusy={answer.isPending}
          onAnswer={(value) => give([{ field: question.field, raw: question.raw, value }])}
        />
      ))}
    </div>
  )

  return (
    <>
      <p className={styles.quiet}>{t('questions.hint')}</p>
      {fieldsOf(asked).map(({ field, group }) => (
        <Section
          key={field}
          title={t('questions.title', { name: t(`fields:member.${field}`), count: group.length })}
          action={
            field === 'department' && (
              <Button
                loading={answer.isPending}
                onClick={() => give(group.map(({ raw }) => ({ field, raw, value: raw })))}
              >
                {t('questions.allNew')}
              </Button>
            )
          }
        >
          {cards(group)}
        </Section>
      ))}
      {remembered.length > 0 && <Section title={t('questions.remembered')}>{cards(remembered)}</Section>}
      <footer className={styles.footer}>
        {open.length > 0 && <Alert type="info" showIcon title={t('questions.open', { count: open.length })} />}
        <Button onClick={onBack}>{t('back')}</Button>
        <Button type="primary" onClick={onNext}>
          {t('next')}
        </Button>
      </footer>
    </>
  )
}

function fieldsOf(questions: readonly RosterQuestion[]) {
  const fields = [...new Set<RosterField>(questions.map(({ field }) => field))]
  return fields.map((field) => ({ field, group: questions.filter((question) => question.field === field) }))
}
