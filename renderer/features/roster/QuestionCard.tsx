import { useQuery } from '@tanstack/react-query'
import { AutoComplete, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RosterQuestion } from '../../../shared/contract/roster'
import { api } from '../../client'
import { useCodeLabel } from '../../i18n/use-code-label'
import { codeWordsOf } from './code-words'
import { useRosterTexts } from './use-roster-texts'
import styles from './roster.module.css'

interface QuestionCardProps {
  readonly question: RosterQuestion
  readonly isBusy: boolean
  /** Null leaves the field empty. */
  readonly onAnswer: (value: string | null) => void
}

/** One value as it stands in the file: where it stands, what it may mean, and the answer it has. */
export function QuestionCard({ question, isBusy, onAnswer }: QuestionCardProps) {
  const { t } = useTranslation(['roster', 'fields'])
  const codeLabel = useCodeLabel()
  const texts = useRosterTexts()
  const [other, setOther] = useState('')
  const facets = useQuery(api.members.facets.queryOptions())
  const { field, raw, code, count, suggestions, rows, answer } = question
  const name = t(`fields:member.${field}`)
  const isNewDepartment = (value: string) => field === 'department' && value === raw
  const label = (value: string) => (isNewDepartment(value) ? t('questions.newDepartment') : codeLabel(value))
  const words = field === 'department' ? (facets.data?.departments.map(({ value }) => value) ?? []) : codeWordsOf(field)
  // A free answer that was given is shown among the others.
  const given = answer?.value ?? null
  const choices = given === null || suggestions.includes(given) ? suggestions : [...suggestions, given]

  return (
    <div className={styles.question} role="group" aria-label={t('questions.about', { name, text: raw })}>
      <div className={styles.grow}>
        <strong>{t('questions.about', { name, text: raw })}</strong>
        <span className={styles.quiet}>
          {t(`issue.${code}`)} · {t('questions.rows', { count })}
          {rows.map((row) => t('questions.example', { ...row, sheet: texts.sheetName(row.sheet) })).join(t('comma'))}
        </span>
      </div>
      <div className={styles.bar}>
        {choices.map((value) => (
          <Button
            key={value}
            type={answer?.value === value ? 'primary' : 'default'}
            aria-pressed={answer?.value === value}
            disabled={isBusy}
            onClick={() => onAnswer(value)}
          >
            {label(value)}
          </Button>
        ))}
        <Button
          type={answer !== null && answer.value === null ? 'primary' : 'default'}
          aria-pressed={answer !== null && answer.value === null}
          disabled={isBusy}
          onClick={() => onAnswer(null)}
        >
          {t('questions.empty')}
        </Button>
        <AutoComplete
          className={styles.other ?? ''}
          aria-label={t('questions.otherOf', { name, text: raw })}
          placeholder={t('questions.other')}
          value={other}
          options={words.map((value) => ({ value, label: codeLabel(value) }))}
          showSearch={{ filterOption: true }}
          onChange={setOther}
          onSelect={(value: string) => {
            setOther('')
            onAnswer(value)
          }}
        />
        {other.trim() !== '' && (
          <Button
            disabled={isBusy}
            onClick={() => {
              setOther('')
              onAnswer(other.trim())
            }}
          >
            {t('questions.take')}
          </Button>
        )}
      </div>
    </div>
  )
}
