import { Input, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { daySchema } from '../../../shared/model/date'
import { periodKindSchema, statisticsPeriodSchema, type PeriodKind } from '../../../shared/model/statistics'
import { nextPeriod, periodOn } from '../../../shared/rules/statistics/periods'
import { parsePartialDate } from '../../components/partial-date'
import panel from '../../components/panel.module.css'
import { Stepper } from '../../components/Stepper'
import { useStatisticsPeriod } from './use-statistics-period'

/** Chooses the time that statistics are of: a year, quarter, month, or own days. */
export function PeriodBar() {
  const { t } = useTranslation('statistics')
  const { kind, period, name, choose } = useStatisticsPeriod()
  return (
    <div className={`${panel.bar} screen-only`}>
      <Segmented<PeriodKind>
        aria-label={t('period.label')}
        value={kind}
        onChange={(chosen) => choose(chosen, chosen === 'own' ? period : periodOn(chosen, period.from))}
        options={periodKindSchema.options.map((value) => ({ value, label: t(`period.kind.${value}`) }))}
      />
      {kind === 'own' ? (
        <OwnDays key={`${period.from} ${period.until}`} />
      ) : (
        <Stepper
          previous={t('period.previous')}
          next={t('period.next')}
          onStep={(by) => choose(kind, nextPeriod(kind, period, by))}
        >
          <strong className={panel.month}>{name}</strong>
        </Stepper>
      )}
    </div>
  )
}

/** First and last day; taken over once both are days in this order. */
function OwnDays() {
  const { t } = useTranslation('statistics')
  const { period, choose } = useStatisticsPeriod()
  const [from, setFrom] = useState<string>(period.from)
  const [until, setUntil] = useState<string>(period.until)
  const day = (text: string) => daySchema.safeParse(parsePartialDate(text)).data
  const typed = statisticsPeriodSchema.safeParse({ from: day(from), until: day(until) })

  function take() {
    if (typed.success) choose('own', typed.data)
  }

  return (
    <form
      className={panel.bar}
      onSubmit={(event) => {
        event.preventDefault()
        take()
      }}
    >
      <Input
        aria-label={t('period.from')}
        style={{ width: 130 }}
        value={from}
        status={day(from) === undefined ? 'error' : ''}
        onChange={({ target }) => setFrom(target.value)}
        onBlur={take}
      />
      {t('period.to')}
      <Input
        aria-label={t('period.until')}
        style={{ width: 130 }}
        value={until}
        status={typed.success ? '' : 'error'}
        onChange={({ target }) => setUntil(target.value)}
        onBlur={take}
      />
      {!typed.success && <span role="alert">{t('period.wrong')}</span>}
    </form>
  )
}
