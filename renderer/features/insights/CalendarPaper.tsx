import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../client'
import { ErrorNotice } from '../../components/ErrorNotice'
import { Loading } from '../../components/Loading'
import { PageHeader } from '../../components/PageHeader'
import { useDates } from '../../components/use-dates'
import { PageSetup } from '../reports/PageSetup'
import paper from '../reports/paper.module.css'
import { PaperActions } from '../reports/PaperActions'
import { useUnionName } from '../reports/use-union-name'
import { DueTable } from './DueTable'
import styles from './insights.module.css'

/** What comes due in the next twelve months, on paper. */
export function CalendarPaper() {
  const { t } = useTranslation('insights')
  const dates = useDates()
  const unionName = useUnionName()
  const found = useQuery(api.insights.calendar.list.queryOptions())
  const title = t('calendar.title')
  return (
    <>
      <div className="screen-only">
        <PageHeader
          backTo="/insights?tab=calendar"
          title={title}
          actions={<PaperActions paper="insightCalendar" count={0} name={title} landscape={false} />}
        />
        {found.isError && <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />}
      </div>
      {found.isPending && <Loading />}
      {found.data !== undefined && (
        <article className={`${paper.page} ${paper.running} ${paper.form} ${styles.duePaper}`} aria-label={title}>
          <PageSetup landscape={false} margin="12mm" />
          <h2 className={paper.title}>{title}</h2>
          <p className={paper.head}>
            <span>{unionName}</span>
            <span>{found.data.today}</span>
          </p>
          {found.data.months.map((month) => {
            const due = found.data.due.filter((one) => one.month === month)
            return (
              due.length > 0 && (
                <section key={month}>
                  <h3>{dates.month(month)}</h3>
                  <DueTable due={due} links={false} />
                </section>
              )
            )
          })}
          <p className={paper.small}>{t('calendar.note')}</p>
        </article>
      )}
    </>
  )
}
