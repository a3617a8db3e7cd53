import { Select } from 'antd'
import type { Month } from '../../../../shared/model/date'
import { addMonths, dayOf, monthOf } from '../../../../shared/rules/date'
import { useDates } from '../../../components/use-dates'

/** Months that can be chosen beside the chosen one. */
const BACK = 60
const AHEAD = 12

interface MonthSelectProps {
  readonly id?: string
  readonly 'aria-label'?: string
  readonly value: Month
  readonly onChange: (month: Month) => void
}

/** Chooses one month from a list, the newest first. */
export function MonthSelect({ value, onChange, ...control }: MonthSelectProps) {
  const dates = useDates()
  const latest = addMonths(monthOf(dayOf(new Date())), AHEAD)
  const months = Array.from({ length: BACK + AHEAD + 1 }, (_, step) => addMonths(latest, -step))
  const shown = months.includes(value) ? months : [value, ...months].sort().reverse()
  return (
    <Select
      {...control}
      style={{ minWidth: '10em' }}
      value={value}
      onChange={onChange}
      options={shown.map((month) => ({ value: month, label: dates.month(month) }))}
    />
  )
}
