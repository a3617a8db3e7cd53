import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  reportRowsSchema,
  type IndicatorKey,
  type ReportDesign,
  type StatisticsTemplate,
} from '../../../../shared/model/statistics'
import { columnsFor, defaultTemplates, designIssue } from '../../../../shared/rules/statistics/design'
import { periodOn } from '../../../../shared/rules/statistics/periods'
import { dayOf } from '../../../../shared/rules/date'
import { api, client } from '../../../client'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import panel from '../../../components/panel.module.css'
import { ProgressDialog } from '../../../components/ProgressDialog'
import { useSave } from '../../../components/use-save'
import { useLanguage } from '../../../i18n/use-language'
import { PaperActions } from '../../reports/PaperActions'
import { MadeByDialog } from '../MadeByDialog'
import { PaperHead } from '../PaperHead'
import { PeriodBar } from '../PeriodBar'
import styles from '../statistics.module.css'
import { useStatisticsPeriod } from '../use-statistics-period'
import { useStatisticsWords } from '../use-statistics-words'
import { ChosenIndicators } from './ChosenIndicators'
import { IndicatorChoice } from './IndicatorChoice'
import { ReportTable } from './ReportTable'
import { TemplateBar } from './TemplateBar'

const [firstTemplate] = defaultTemplates
const emptyDesign: ReportDesign = {
  indicators: [],
  rows: 'indicators',
  columns: 'total',
  withParts: false,
  period: 'statistical',
  departments: [],
}

/** Reports of own design: which figures, by what they are told apart, and how they look. */
export function DesignerPanel() {
  const { t } = useTranslation('statistics')
  const [language] = useLanguage()
  const { words } = useStatisticsWords()
  const { kind, period, name: periodName, choose } = useStatisticsPeriod()
  const [design, setDesign] = useState<ReportDesign>(firstTemplate?.design ?? emptyDesign)
  const [template, setTemplate] = useState<StatisticsTemplate | null>(null)
  const [title, setTitle] = useState(firstTemplate === undefined ? '' : t(`template.name.${firstTemplate.name}`))
  const [naming, setNaming] = useState(false)
  const facets = useQuery(api.members.facets.queryOptions())
  const issue = designIssue(design)
  const report = useQuery(
    api.statistics.report.queryOptions({
      input: { design, period },
      enabled: issue === null,
      placeholderData: keepPreviousData,
    }),
  )
  const { save, progress, error } = useSave()

  /** Keeps the columns that still fit, else takes the first that do. */
  function change(changes: Partial<ReportDesign>) {
    const next = { ...design, ...changes }
    const fitting = columnsFor(next)
    const [first = 'total'] = fitting
    setDesign({ ...next, columns: fitting.includes(next.columns) ? next.columns : first })
  }

  function toggle(key: IndicatorKey, isChosen: boolean) {
    const others = design.indicators.filter((one) => one !== key)
    change({ indicators: isChosen ? [...others, key] : others })
  }

  function show(shown: ReportDesign, name: string, kept: StatisticsTemplate | null) {
    setDesign(shown)
    setTitle(name)
    setTemplate(kept)
    if (shown.period !== kind && shown.period !== 'own') choose(shown.period, periodOn(shown.period, dayOf(new Date())))
  }

  async function write(madeBy: string) {
    setNaming(false)
    await save(
      (options) => client.statistics.exportReport({ design, period, name: title, madeBy, language }, options),
      ({ fileName }) => t('exported', { name: fileName }),
    )
  }

  return (
    <div className={panel.fill}>
      <div className={`${panel.spread} screen-only`}>
        <PeriodBar />
        <div className={styles.acts}>
          <Button disabled={issue !== null} onClick={() => setNaming(true)}>
            {t('export')}
          </Button>
          <PaperActions paper="statisticsReport" count={0} name={`${title}-${periodName}`} landscape />
        </div>
      </div>
      <TemplateBar
        design={{ ...design, period: kind }}
        template={template}
        onShow={show}
        onSaved={(kept) => show(kept.design, kept.name, kept)}
        onNew={() => show(emptyDesign, '', null)}
      />
      {error !== null && <ErrorNotice error={error} />}
      <div className={`${styles.designer} screen-only`}>
        <IndicatorChoice chosen={design.indicators} rows={design.rows} onToggle={toggle} />
        <ChosenIndicators chosen={design.indicators} onChange={(indicators) => change({ indicators })} />
        <div>
          <div className={styles.field}>
            <span id="report-rows">{t('design.rows')}</span>
            <Radio.Group
              aria-labelledby="report-rows"
              value={design.rows}
              onChange={({ target }) => change({ rows: reportRowsSchema.parse(target.value) })}
              options={reportRowsSchema.options.map((value) => ({ value, label: t(`design.row.${value}`) }))}
            />
          </div>
          <label className={styles.field}>
            {t('design.columns')}
            <Select
              aria-label={t('design.columns')}
              value={design.columns}
              onChange={(columns) => change({ columns })}
              options={columnsFor(design).map((value) => ({ value, label: t(`design.column.${value}`) }))}
            />
          </label>
          {design.rows !== 'indicators' && design.indicators.length > 1 && (
            <p className={panel.quiet}>{t('design.oneFigure')}</p>
          )}
          <label className={styles.field}>
            {t('design.departments')}
            <Select
              mode="multiple"
              allowClear
              aria-label={t('design.departments')}
              placeholder={t('design.allDepartments')}
              value={design.departments}
              onChange={(departments) => change({ departments })}
              options={(facets.data?.departments ?? []).map(({ value }) => ({ value, label: value }))}
            />
          </label>
          {design.rows === 'indicators' && (
            <Checkbox checked={design.withParts} onChange={({ target }) => change({ withParts: target.checked })}>
              {t('design.withParts')}
            </Checkbox>
          )}
        </div>
      </div>
      {issue !== null && <EmptyState title={t(`design.issue.${issue}`)} />}
      {report.isError && <ErrorNotice error={report.error} onRetry={() => void report.refetch()} />}
      {issue === null && report.data !== undefined && (
        <>
          <PaperHead
            title={title === '' ? words.title : title}
            lines={[words.period(period.from, period.until), words.until(report.data.until)]}
            landscape
          />
          <ReportTable report={report.data} label={title === '' ? t('design.preview') : title} />
        </>
      )}
      {naming && <MadeByDialog onClose={() => setNaming(false)} onWrite={(madeBy) => void write(madeBy)} />}
      <ProgressDialog title={t('exporting')} progress={progress} />
    </div>
  )
}
