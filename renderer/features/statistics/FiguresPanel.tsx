import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, client } from '../../client'
import { ErrorNotice } from '../../components/ErrorNotice'
import { Loading } from '../../components/Loading'
import panel from '../../components/panel.module.css'
import { ProgressDialog } from '../../components/ProgressDialog'
import { useSave } from '../../components/use-save'
import { useLanguage } from '../../i18n/use-language'
import { PaperActions } from '../reports/PaperActions'
import { FigureTable } from './FigureTable'
import { MadeByDialog } from './MadeByDialog'
import { PaperHead } from './PaperHead'
import { PeriodBar } from './PeriodBar'
import styles from './statistics.module.css'
import { useStatisticsPeriod } from './use-statistics-period'
import { useStatisticsWords } from './use-statistics-words'

/** Every figure of the yearly form for a period, each opening what it counts. */
export function FiguresPanel() {
  const { t } = useTranslation(['statistics', 'common'])
  const [language] = useLanguage()
  const { period, name } = useStatisticsPeriod()
  const { words } = useStatisticsWords()
  const [naming, setNaming] = useState(false)
  const statistics = useQuery(api.statistics.figures.queryOptions({ input: { period } }))
  const { save, progress, error } = useSave()

  async function write(madeBy: string) {
    setNaming(false)
    await save(
      (options) => client.statistics.export({ period, madeBy, language }, options),
      ({ fileName }) => t('exported', { name: fileName }),
    )
  }

  return (
    <div className={panel.fill}>
      <div className={`${panel.spread} screen-only`}>
        <PeriodBar />
        <div className={styles.acts}>
          <Button onClick={() => setNaming(true)}>{t('export')}</Button>
          <PaperActions paper="statistics" count={0} name={`${words.title}-${name}`} landscape={false} />
        </div>
      </div>
      {error !== null && <ErrorNotice error={error} />}
      {statistics.isError && <ErrorNotice error={statistics.error} onRetry={() => void statistics.refetch()} />}
      {statistics.isPending && <Loading />}
      {statistics.data !== undefined && (
        <>
          <p className={`${panel.quiet} screen-only`}>{t('hint', { until: statistics.data.until })}</p>
          <PaperHead
            title={words.title}
            lines={[words.period(period.from, period.until), words.until(statistics.data.until)]}
            landscape={false}
          />
          <FigureTable statistics={statistics.data} />
          <p className={panel.quiet}>{words.notes}</p>
        </>
      )}
      {naming && <MadeByDialog onClose={() => setNaming(false)} onWrite={(madeBy) => void write(madeBy)} />}
      <ProgressDialog title={t('exporting')} progress={progress} />
    </div>
  )
}
