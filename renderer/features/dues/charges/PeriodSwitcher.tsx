import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { LONGEST_PERIOD, type ChargePeriod } from '../../../../shared/contract/dues/charges'
import type { Month } from '../../../../shared/model/date'
import { duesPeriodSchema } from '../../../../shared/model/dues-rule'
import { addMonths, dayOf, monthOf, monthsBetween } from '../../../../shared/rules/date'
import { monthsOfPeriod, periodOf } from '../../../../shared/rules/dues/period'
import panel from '../../../components/panel.module.css'
import { Stepper } from '../../../components/Stepper'
import { useDates } from '../../../components/use-dates'
import { usePeriodText } from './use-period-text'

/** What is charged in one step: a period of the calendar, or months of one's own choice. */
export const periodKindSchema = z.enum([...duesPeriodSchema.options, 'range'])
export type PeriodKind = z.infer<typeof periodKindSchema>

export interface ChosenPeriod extends ChargePeriod {
  readonly kind: PeriodKind
}

/** Periods that the list offers around the chosen one. */
const BACK = 24
const AHEAD = 3

interface PeriodSwitcherProps {
  readonly period: ChosenPeriod
  readonly onChange: (period: ChosenPeriod) => void
}

/** Chooses a period: one back, one on, from a list, or its first and last month. */
export function PeriodSwitcher({ period, onChange }: PeriodSwitcherProps) {
  const { t } = useTranslation('charges')
  const { kind, from, until } = period
  const choose = (month: Month, of: PeriodKind = kind) =>
    onChange(of === 'range' ? { kind: of, from: month, until: month } : { kind: of, ...periodOf(of, month) })
  return (
    <div className={panel.bar} role="group" aria-label={t('period.label')}>
      <Select
        aria-label={t('period.kind')}
        value={kind}
        onChange={(of) => (of === 'range' ? onChange({ kind: of, from, until }) : choose(from, of))}
        options={periodKindSchema.options.map((value) => ({ value, label: t(`period.kinds.${value}`) }))}
      />
      {kind === 'range' ? (
        <RangeChoice period={period} onChange={onChange} />
      ) : (
        <CalendarChoice length={monthsOfPeriod[kind]} period={period} onChoose={choose} />
      )}
    </div>
  )
}

interface CalendarChoiceProps {
  /** In months. */
  readonly length: number
  readonly period: ChargePeriod
  readonly onChoose: (month: Month) => void
}

function CalendarChoice({ length, period: { from, until }, onChoose }: CalendarChoiceProps) {
  const { t } = useTranslation('charges')
  const periodText = usePeriodText()
  const current = monthOf(dayOf(new Date()))
  const starts = Array.from({ length: BACK + AHEAD + 1 }, (_, step) => addMonths(from, (AHEAD - step) * length))
  return (
    <>
      <Stepper
        previous={t('period.previous')}
        next={t('period.next')}
        onStep={(by) => onChoose(addMonths(from, by * length))}
      >
        <Select
          className={panel.month ?? ''}
          aria-label={t('period.label')}
          value={from}
          onChange={(month) => onChoose(month)}
          options={starts.map((value) => ({
            value,
            label: periodText({ from: value, until: addMonths(value, length - 1) }),
          }))}
        />
      </Stepper>
      {(current < from || until < current) && <Button onClick={() => onChoose(current)}>{t('period.current')}</Button>}
    </>
  )
}

function RangeChoice({ period: { from, until }, onChange }: PeriodSwitcherProps) {
  const { t } = useTranslation('charges')
  const dates = useDates()
  const option = (value: Month) => ({ value, label: dates.month(value) })
  const last = (first: Month) => addMonths(first, LONGEST_PERIOD - 1)
  return (
    <>
      <Select
        className={panel.month ?? ''}
        aria-label={t('period.first')}
        value={from}
        onChange={(first) =>
          onChange({
            kind: 'range',
            from: first,
            until: until < first ? first : until > last(first) ? last(first) : until,
          })
        }
        options={monthsBetween(addMonths(from, -BACK), addMonths(from, BACK)).reverse().map(option)}
      />
      <span>{t('period.to')}</span>
      <Select
        className={panel.month ?? ''}
        aria-label={t('period.last')}
        value={until}
        onChange={(chosen) => onChange({ kind: 'range', from, until: chosen })}
        options={monthsBetween(from, last(from)).reverse().map(option)}
      />
    </>
  )
}
