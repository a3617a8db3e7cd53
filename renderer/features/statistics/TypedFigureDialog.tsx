import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Figure } from '../../../shared/contract/statistics'
import { daySchema } from '../../../shared/model/date'
import type { StatisticsPeriod } from '../../../shared/model/statistics'
import { dayOf } from '../../../shared/rules/date'
import { indicators } from '../../../shared/rules/statistics/indicators'
import { api } from '../../client'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FormDialog } from '../../components/FormDialog'
import { FormField } from '../../components/FormField'
import panel from '../../components/panel.module.css'
import { parsePartialDate } from '../../components/partial-date'
import { PartialDateInput } from '../../components/PartialDateInput'
import { useStatisticsWords } from './use-statistics-words'

interface TypedFigureDialogProps {
  readonly figure: Figure
  readonly period: StatisticsPeriod
  readonly onClose: () => void
}

/** Keeps a figure that the record cannot know, with where it comes from; an empty one takes it away. */
export function TypedFigureDialog({ figure: { key, value, day, typed }, period, onClose }: TypedFigureDialogProps) {
  const { t } = useTranslation('statistics')
  const { words } = useStatisticsWords()
  const queryClient = useQueryClient()
  const { unit } = indicators[key]
  const given = (unit === 'day' ? day : value?.toString()) ?? ''
  const [text, setText] = useState<string>(given)
  const [source, setSource] = useState(typed?.source ?? '')
  const [statedOn, setStatedOn] = useState<string>(typed?.statedOn ?? dayOf(new Date()))
  const [isChecked, setChecked] = useState(false)
  const save = useMutation(
    api.statistics.setFigure.mutationOptions({
      onSuccess: () => {
        onClose()
        return queryClient.invalidateQueries({ queryKey: api.statistics.key() })
      },
    }),
  )

  const isEmpty = text.trim() === ''
  const typedDay = daySchema.safeParse(parsePartialDate(text)).data ?? null
  const number = /^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : null
  const stated = daySchema.safeParse(parsePartialDate(statedOn)).data ?? null
  const isWrong = !isEmpty && (unit === 'day' ? typedDay === null : number === null)
  const isStatedWrong = statedOn.trim() !== '' && stated === null
  const isDirty = text !== given || source !== (typed?.source ?? '')

  function keep() {
    setChecked(true)
    if (isWrong || isStatedWrong) return
    save.mutate({
      key,
      ...period,
      number: isEmpty || unit === 'day' ? null : number,
      day: isEmpty || unit !== 'day' ? null : typedDay,
      source: source.trim() === '' ? null : source.trim(),
      statedOn: stated,
    })
  }

  return (
    <FormDialog
      title={words.indicators[key]}
      dirty={isDirty}
      busy={save.isPending}
      width={480}
      onSave={keep}
      onClose={onClose}
    >
      <p className={panel.lead}>{t('typed.hint', period)}</p>
      <Form component={false} layout="vertical">
        <FormField
          label={t('typed.value')}
          hint={t('typed.valueHint')}
          error={isChecked && isWrong ? t(unit === 'day' ? 'typed.dayWrong' : 'typed.numberWrong') : null}
        >
          {(control) =>
            unit === 'yesNo' ? (
              <Radio.Group
                id={control.id}
                value={text}
                onChange={({ target }) => setText(String(target.value))}
                options={[
                  { value: '1', label: words.yes },
                  { value: '0', label: words.no },
                  { value: '', label: t('typed.unknown') },
                ]}
              />
            ) : unit === 'day' ? (
              <PartialDateInput {...control} value={text} onChange={setText} />
            ) : (
              <Input
                {...control}
                autoFocus
                inputMode="numeric"
                value={text}
                suffix={words.units[unit]}
                onChange={({ target }) => setText(target.value)}
              />
            )
          }
        </FormField>
        <FormField label={t('typed.source')} hint={t('typed.sourceHint')}>
          {(control) => (
            <Input {...control} maxLength={100} value={source} onChange={({ target }) => setSource(target.value)} />
          )}
        </FormField>
        <FormField label={t('typed.statedOn')} error={isChecked && isStatedWrong ? t('typed.dayWrong') : null}>
          {(control) => <PartialDateInput {...control} value={statedOn} onChange={setStatedOn} />}
        </FormField>
      </Form>
      {save.isError && <ErrorNotice error={save.error} />}
    </FormDialog>
  )
}
