import { PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { api, client } from '../../client'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { Loading } from '../../components/Loading'
import panel from '../../components/panel.module.css'
import { ProgressDialog } from '../../components/ProgressDialog'
import { Section } from '../../components/Section'
import { useDates } from '../../components/use-dates'
import { useSave } from '../../components/use-save'
import { DueTable } from './DueTable'
import styles from './insights.module.css'

/** What comes due in the next twelve months, month by month. */
export function CalendarPanel() {
  const { t } = useTranslation(['insights', 'common'])
  const navigate = useNavigate()
  const dates = useDates()
  const { save, progress, error } = useSave()
  const found = useQuery(api.insights.calendar.list.queryOptions())
  if (found.isError) return <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
  if (found.isPending) return <Loading />
  const { months, due } = found.data
  const saveList = () =>
    save(
      (options) => client.insights.calendar.save(undefined, options),
      ({ fileName, rows }) => t('calendar.saved', { name: fileName, count: rows }),
    )
  return (
    <div className={panel.stack}>
      <div className={panel.bar}>
        <Button disabled={due.length === 0} onClick={() => void saveList()}>
          {t('saveSheet')}
        </Button>
        <Button icon={<PrinterOutlined />} onClick={() => void navigate('/insights/calendar/print')}>
          {t('common:print')}
        </Button>
        <span className={panel.quiet}>{t('calendar.note')}</span>
      </div>
      {error !== null && <ErrorNotice error={error} />}
      {due.length === 0 && <EmptyState title={t('calendar.none')} />}
      <div className={styles.calendar}>
        {months.map((month) => {
          const lines = due.filter((one) => one.month === month)
          return (
            lines.length > 0 && (
              <Section key={month} title={dates.month(month)}>
                <DueTable due={lines} links />
              </Section>
            )
          )
        })}
      </div>
      <ProgressDialog title={t('saving')} progress={progress} />
    </div>
  )
}
