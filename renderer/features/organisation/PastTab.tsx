import { Button, Form, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { z } from 'zod'
import { daySchema, type Day } from '../../../shared/model/date'
import { addDays, dayOf, monthOf } from '../../../shared/rules/date'
import { FormField } from '../../components/FormField'
import { parsePartialDate } from '../../components/partial-date'
import { PartialDateInput } from '../../components/PartialDateInput'
import { HeadcountTable } from './HeadcountTable'
import { OfficerTable } from './OfficerTable'
import styles from './organisation.module.css'
import { PastExportDialog } from './PastExportDialog'
import { PastRoster } from './PastRoster'

const viewSchema = z.enum(['heads', 'roster', 'officers'])

/** The days that reports ask for. */
function usualDays(today: Day): Record<'today' | 'lastMonth' | 'lastYear', Day> {
  return {
    today,
    lastMonth: addDays(daySchema.parse(`${monthOf(today)}-01`), -1),
    lastYear: addDays(daySchema.parse(`${today.slice(0, 4)}-01-01`), -1),
  }
}

/** Roster, headcount and officers as of a day; day and view are kept in the address of the page. */
export function PastTab() {
  const { t } = useTranslation('organisation')
  const [params, setParams] = useSearchParams()
  const [isExporting, setExporting] = useState(false)
  const days = usualDays(dayOf(new Date()))
  const asked = daySchema.safeParse(params.get('day')).data ?? days.today
  const view = viewSchema.catch('heads').parse(params.get('view'))
  const [typed, setTyped] = useState<string>(asked)
  const day = daySchema.safeParse(parsePartialDate(typed)).data ?? null

  function show(changes: { readonly day?: Day; readonly view?: string }) {
    setParams({ tab: 'past', day: changes.day ?? asked, view: changes.view ?? view }, { replace: true })
  }

  function choose(wanted: Day) {
    setTyped(wanted)
    show({ day: wanted })
  }

  return (
    <div className={styles.fill}>
      <Form layout="inline" className={styles.dayBar ?? ''} onFinish={() => day !== null && choose(day)}>
        <FormField label={t('past.day')} error={day === null ? t('past.dayWrong') : null}>
          {(control) => (
            <PartialDateInput
              {...control}
              value={typed}
              onChange={setTyped}
              onBlur={() => {
                if (day !== null && day !== asked) choose(day)
              }}
            />
          )}
        </FormField>
        {(['today', 'lastMonth', 'lastYear'] as const).map((name) => (
          <Button
            key={name}
            type={asked === days[name] ? 'primary' : 'default'}
            ghost={asked === days[name]}
            onClick={() => choose(days[name])}
          >
            {t(`past.${name}`)}
          </Button>
        ))}
      </Form>
      <div className={styles.spread}>
        <Segmented
          value={view}
          onChange={(value) => show({ view: value })}
          options={viewSchema.options.map((value) => ({ value, label: t(`past.view.${value}`) }))}
        />
        {view !== 'officers' && <Button onClick={() => setExporting(true)}>{t('past.export')}</Button>}
      </div>
      {view === 'heads' && <HeadcountTable day={asked} />}
      {view === 'roster' && <PastRoster day={asked} />}
      {view === 'officers' && <OfficerTable day={asked} />}
      {isExporting && <PastExportDialog day={asked} onClose={() => setExporting(false)} />}
    </div>
  )
}
