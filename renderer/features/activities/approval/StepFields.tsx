import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { daySchema, type Day } from '../../../../shared/model/date'
import { FormField } from '../../../components/FormField'
import { parsePartialDate } from '../../../components/partial-date'
import { PartialDateInput } from '../../../components/PartialDateInput'
import styles from '../activities.module.css'

export interface StepDraft {
  readonly on: string
  readonly by: string
  readonly opinion: string
}

export function newStepDraft(today: Day): StepDraft {
  return { on: today, by: '', opinion: '' }
}

/** The day of a step and who took it; `on` is null while the day cannot be read. */
export function readStepDraft({ on, by, opinion }: StepDraft) {
  return {
    on: daySchema.safeParse(parsePartialDate(on)).data ?? null,
    by: by.trim() || null,
    opinion: opinion.trim() || null,
  }
}

interface StepFieldsProps {
  readonly draft: StepDraft
  /** What who takes the step is called. */
  readonly byLabel: string
  readonly opinionLabel: string
  readonly opinionError: string | null
  readonly tried: boolean
  readonly onChange: (changes: Partial<StepDraft>) => void
}

/** When a step was taken, by whom, and what they had to say. */
export function StepFields({ draft, byLabel, opinionLabel, opinionError, tried, onChange }: StepFieldsProps) {
  const { t } = useTranslation('plan')
  const isDayWrong = readStepDraft(draft).on === null
  return (
    <>
      <div className={styles.pair}>
        <FormField label={t('approval.on')} error={tried && isDayWrong ? t('problem.startsOn') : null} required>
          {(control) => <PartialDateInput {...control} value={draft.on} onChange={(on) => onChange({ on })} />}
        </FormField>
        <FormField label={byLabel}>
          {(control) => (
            <Input
              {...control}
              maxLength={60}
              value={draft.by}
              onChange={({ target }) => onChange({ by: target.value })}
            />
          )}
        </FormField>
      </div>
      <FormField label={opinionLabel} error={opinionError}>
        {(control) => (
          <Input.TextArea
            {...control}
            maxLength={500}
            autoSize={{ minRows: 2 }}
            value={draft.opinion}
            onChange={({ target }) => onChange({ opinion: target.value })}
          />
        )}
      </FormField>
    </>
  )
}
