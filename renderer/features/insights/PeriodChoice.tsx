import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { monthSchema } from '../../../shared/model/date'
import type { InsightPeriod } from '../../../shared/model/insights'
import { addMonths, dayOf, monthOf } from '../../../shared/rules/date'
import panel from '../../components/panel.module.css'
import { useInsightTexts } from './use-insight-texts'

/** Years before the present one that can be chosen. */
const YEARS_BACK = 4

interface PeriodChoiceProps {
  readonly period: InsightPeriod
  readonly onChange: (period: InsightPeriod) => void
}

/** Over which months is counted: the last twelve, the last three years, or a year. */
export function PeriodChoice({ period, onChange }: PeriodChoiceProps) {
  const { t } = useTranslation(['insights', 'dues'])
  const texts = useInsightTexts()
  const today = monthOf(dayOf(new Date()))
  const year = Number(today.slice(0, 4))
  const choices = [
    { label: t('period.lastYear'), period: { from: addMonths(today, -11), until: today } },
    { label: t('period.lastThree'), period: { from: addMonths(today, -35), until: today } },
    ...Array.from({ length: YEARS_BACK + 1 }, (_, back) => ({
      label: t('dues:year.name', { year: year - back }),
      period: { from: monthSchema.parse(`${year - back}-01`), until: monthSchema.parse(`${year - back}-12`) },
    })),
  ]
  const key = ({ from, until }: InsightPeriod) => `${from} ${until}`
  const known = choices.some((choice) => key(choice.period) === key(period))
  return (
    <div className={panel.bar}>
      <Select
        aria-label={t('period.label')}
        style={{ minWidth: 160 }}
        value={key(period)}
        onChange={(chosen) => {
          const found = choices.find((choice) => key(choice.period) === chosen)
          if (found !== undefined) onChange(found.period)
        }}
        options={[
          ...(known ? [] : [{ value: key(period), label: texts.period(period) }]),
          ...choices.map((choice) => ({ value: key(choice.period), label: choice.label })),
        ]}
      />
      <span className={panel.quiet}>{texts.period(period)}</span>
    </div>
  )
}
