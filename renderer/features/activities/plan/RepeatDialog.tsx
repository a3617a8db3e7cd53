import { useMutation } from '@tanstack/react-query'
import { Form, InputNumber, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ActivitySummary } from '../../../../shared/contract/activities/plan'
import { daySchema } from '../../../../shared/model/date'
import {
  REPEATED_MAX,
  repeatedDays,
  repetitionSchema,
  weekOfMonth,
  type Repetition,
} from '../../../../shared/rules/activities/repetition'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormDialog } from '../../../components/FormDialog'
import { FormField } from '../../../components/FormField'
import { parsePartialDate } from '../../../components/partial-date'
import { PartialDateInput } from '../../../components/PartialDateInput'
import panel from '../../../components/panel.module.css'
import { useDates } from '../../../components/use-dates'
import styles from '../activities.module.css'
import { usePlanAct } from '../use-plan-act'

interface RepeatDialogProps {
  readonly activity: ActivitySummary
  readonly onClose: () => void
}

const everySchema = repetitionSchema.shape.every

/** Plans an activity again and again, with the days before anything is written. */
export function RepeatDialog({ activity: { id, title, startsOn }, onClose }: RepeatDialogProps) {
  const { t } = useTranslation('plan')
  const dates = useDates()
  const told = usePlanAct()
  const [every, setEvery] = useState<Repetition['every']>('monthWeekday')
  const [by, setBy] = useState<'count' | 'day'>('count')
  const [count, setCount] = useState(6)
  const [typed, setTyped] = useState('')
  const until = daySchema.safeParse(parsePartialDate(typed)).data
  const ends: Repetition['ends'] | null =
    by === 'count' ? { by, count } : until === undefined ? null : { by, day: until }
  const days = ends === null ? [] : repeatedDays(startsOn, { every, ends })
  const repeat = useMutation(
    api.activities.plan.repeat.mutationOptions({
      onSuccess: ({ batchId, added }) => {
        onClose()
        return told(t('repeat.done', { count: added }), batchId)
      },
    }),
  )
  const words: Readonly<Record<Repetition['every'], string>> = {
    week: t('repeat.week', { weekday: dates.weekday(startsOn) }),
    fortnight: t('repeat.fortnight', { weekday: dates.weekday(startsOn) }),
    monthDay: t('repeat.monthDay', { day: Number(startsOn.slice(8)) }),
    monthWeekday: t('repeat.monthWeekday', { nth: weekOfMonth(startsOn), weekday: dates.weekday(startsOn) }),
    year: t('repeat.year', { day: startsOn.slice(5) }),
  }
  return (
    <FormDialog
      title={t('repeat.title', { title })}
      dirty={false}
      busy={repeat.isPending}
      onSave={() => {
        if (ends !== null && days.length > 0) repeat.mutate({ id, repetition: { every, ends } })
      }}
      onClose={onClose}
    >
      <Form component={false} layout="vertical">
        <FormField label={t('repeat.every')}>
          {(control) => (
            <Select
              id={control.id}
              value={every}
              onChange={setEvery}
              options={everySchema.options.map((value) => ({ value, label: words[value] }))}
            />
          )}
        </FormField>
        <FormField label={t('repeat.ends')}>
          {(control) => (
            <Radio.Group
              id={control.id}
              value={by}
              onChange={({ target }) => setBy(target.value === 'day' ? 'day' : 'count')}
              options={[
                { value: 'count', label: t('repeat.byCount') },
                { value: 'day', label: t('repeat.byDay') },
              ]}
            />
          )}
        </FormField>
        {by === 'count' ? (
          <FormField label={t('repeat.count')} hint={t('repeat.countHint')}>
            {(control) => (
              <InputNumber
                id={control.id}
                min={2}
                max={REPEATED_MAX + 1}
                precision={0}
                value={count}
                onChange={(value) => value !== null && setCount(value)}
              />
            )}
          </FormField>
        ) : (
          <FormField
            label={t('repeat.until')}
            error={typed.trim() !== '' && until === undefined ? t('problem.startsOn') : null}
          >
            {(control) => <PartialDateInput {...control} value={typed} onChange={setTyped} />}
          </FormField>
        )}
      </Form>
      <div role="status">
        <p>{days.length === 0 ? t('repeat.nothing') : t('repeat.preview', { count: days.length })}</p>
        <ul className={styles.days}>
          {days.map((day) => (
            <li key={day}>{dates.longDay(day)}</li>
          ))}
        </ul>
        {(every === 'monthDay' || every === 'monthWeekday') && <p className={panel.quiet}>{t('repeat.passedOver')}</p>}
      </div>
      {repeat.isError && <ErrorNotice error={repeat.error} />}
    </FormDialog>
  )
}
