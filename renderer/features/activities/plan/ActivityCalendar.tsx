import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { CalendarActivity } from '../../../../shared/contract/activities/plan'
import { daySchema, monthSchema, type Day } from '../../../../shared/model/date'
import { weekdayOf } from '../../../../shared/rules/activities/repetition'
import { addDays, addMonths, dayOf, monthOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import panel from '../../../components/panel.module.css'
import { Stepper } from '../../../components/Stepper'
import { useDates } from '../../../components/use-dates'
import styles from './calendar.module.css'
import { monthGrid } from './month-grid'

/** How far the keys of the calendar lead, in days. */
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** A month with its activities. Arrow keys go from day to day, Page Up and Page Down from month to month. */
export function ActivityCalendar() {
  const { t } = useTranslation('plan')
  const dates = useDates()
  const navigate = useNavigate()
  const [today] = useState(() => dayOf(new Date()))
  const [params, setParams] = useSearchParams()
  const month = monthSchema.catch(monthOf(today)).parse(params.get('month'))
  const [active, setActive] = useState<Day>(monthOf(today) === month ? today : daySchema.parse(`${month}-01`))
  const table = useRef<HTMLTableElement>(null)
  const isMoving = useRef(false)
  const weeks = monthGrid(month)
  const [from, until] = [weeks[0]?.[0] ?? today, weeks.at(-1)?.at(-1) ?? today]
  const activities = useQuery(api.activities.plan.calendar.queryOptions({ input: { from, until } }))

  useEffect(() => {
    if (!isMoving.current) return
    isMoving.current = false
    table.current?.querySelector<HTMLElement>(`[data-day="${active}"]`)?.focus()
  }, [active])

  function goTo(day: Day) {
    setActive(day)
    if (monthOf(day) === month) return
    setParams(
      (before) => {
        before.set('month', monthOf(day))
        return before
      },
      { replace: true },
    )
  }

  function step(by: number) {
    goTo(daySchema.parse(`${addMonths(month, by)}-01`))
  }

  function move(event: KeyboardEvent) {
    const days = STEPS[event.key]
    if (days === undefined && event.key !== 'PageUp' && event.key !== 'PageDown') return
    event.preventDefault()
    isMoving.current = true
    if (days === undefined) step(event.key === 'PageUp' ? -1 : 1)
    else goTo(addDays(active, days))
  }

  const shown = (day: Day) => (activities.data ?? []).filter(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn)

  return (
    <section className={panel.fill} aria-label={t('view.calendar')}>
      <div className={panel.bar}>
        <Stepper previous={t('calendar.previous')} next={t('calendar.next')} onStep={step}>
          <strong className={panel.month} aria-live="polite">
            {dates.month(month)}
          </strong>
        </Stepper>
        <Button onClick={() => goTo(today)}>{t('calendar.today')}</Button>
        <span className={panel.quiet}>{t('calendar.keys')}</span>
      </div>
      {activities.isError && <ErrorNotice error={activities.error} onRetry={() => void activities.refetch()} />}
      <table className={styles.calendar} ref={table} onKeyDown={move} aria-label={dates.month(month)}>
        <thead>
          <tr>
            {(weeks[0] ?? []).map((day) => (
              <th key={day} scope="col">
                {dates.weekday(day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td
                  key={day}
                  className={[
                    monthOf(day) === month ? '' : styles.other,
                    day === today ? styles.today : '',
                    weekdayOf(day) > 4 ? styles.weekend : '',
                  ].join(' ')}
                >
                  <button
                    type="button"
                    className={styles.day}
                    data-day={day}
                    tabIndex={day === active ? 0 : -1}
                    aria-label={t('calendar.addOn', { day: dates.longDay(day) })}
                    title={t('calendar.addOn', { day: dates.longDay(day) })}
                    onFocus={() => setActive(day)}
                    onClick={() => void navigate(`/activities/new?day=${day}`)}
                  >
                    {Number(day.slice(8))}
                  </button>
                  <ul>
                    {shown(day).map((activity) => (
                      <li key={activity.id}>
                        <CalendarLink activity={activity} />
                      </li>
                    ))}
                  </ul>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function CalendarLink({ activity: { id, title, state, startsAt, place } }: { readonly activity: CalendarActivity }) {
  const { t } = useTranslation(['plan', 'common'])
  const facts = [t(`state.${state}`), startsAt, place].filter((fact) => fact !== null).join(t('common:dot'))
  return (
    <Link
      to={`/activities/${id}`}
      title={t('common:labelled', { label: title, text: facts })}
      className={`${styles.activity} ${styles[state] ?? ''}`}
    >
      {startsAt !== null && <span className="numeric">{startsAt}</span>}
      {title}
    </Link>
  )
}
