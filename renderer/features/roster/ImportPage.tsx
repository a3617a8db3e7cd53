import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Steps } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'react-router'
import { z } from 'zod'
import type { SheetReading } from '../../../shared/contract/roster'
import { rosterImportIdSchema } from '../../../shared/model/id'
import type { RosterImport } from '../../../shared/model/roster'
import { api, client } from '../../client'
import { ErrorNotice } from '../../components/ErrorNotice'
import { Loading } from '../../components/Loading'
import { PageHeader } from '../../components/PageHeader'
import { ProgressDialog } from '../../components/ProgressDialog'
import { useDates } from '../../components/use-dates'
import { useProgress } from '../../components/use-progress'
import { ColumnsStep } from './ColumnsStep'
import { DoneStep, type CommitResult } from './DoneStep'
import { PreviewStep } from './PreviewStep'
import { QuestionsStep } from './QuestionsStep'
import styles from './roster.module.css'

type Step = 'columns' | 'questions' | 'preview' | 'done'

/** Where whoever leads here wants the import opened. */
const startSchema = z.object({ step: z.literal('preview') })

/** One import from the file's columns over its preview to what came of it. */
export function ImportPage() {
  const { importId } = useParams()
  const id = rosterImportIdSchema.parse(importId)
  const { t } = useTranslation('roster')
  const dates = useDates()
  const queryClient = useQueryClient()
  const found = useQuery(api.roster.get.queryOptions({ input: { id } }))
  const questions = useQuery(api.roster.questions.queryOptions({ input: { id } }))
  const location = useLocation()
  const [chosenStep, setStep] = useState<Step | null>(startSchema.safeParse(location.state).data?.step ?? null)
  const [committed, setCommitted] = useState<CommitResult | null>(null)
  /** How often the file was read again: each time the columns are shown as they are told then. */
  const [readings, setReadings] = useState(0)
  const [work, setWork] = useState<'reading' | 'committing'>('reading')
  const { run, progress, error } = useProgress()

  async function reread(sheets: SheetReading[], next: Step) {
    setWork('reading')
    const read = await run((options) => client.roster.reread({ id, sheets }, options))
    if (read === undefined) return
    await refresh(read)
    setReadings((before) => before + 1)
    const asked = next === 'columns' ? [] : await client.roster.questions({ id })
    setStep(asked.some(({ answer }) => answer === null) ? 'questions' : next)
  }

  async function commit() {
    setWork('committing')
    const result = await run((options) => client.roster.commit({ id }, options))
    if (result === undefined) return
    setCommitted(result)
    setStep('done')
    await queryClient.invalidateQueries()
  }

  async function refresh(read: RosterImport) {
    queryClient.setQueryData(api.roster.get.queryKey({ input: { id } }), read)
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: api.roster.rows.key() }),
      queryClient.invalidateQueries({ queryKey: api.roster.row.key() }),
      queryClient.invalidateQueries({ queryKey: api.roster.questions.key() }),
    ])
  }

  if (found.error !== null) return <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
  if (found.data === undefined) return <Loading />
  // What is left of a committed import can only be looked through; before that, the columns come first.
  const asked = questions.data ?? []
  const steps: readonly Step[] =
    asked.length > 0 ? ['columns', 'questions', 'preview', 'done'] : ['columns', 'preview', 'done']
  const step = chosenStep ?? (found.data.batchId === null ? 'columns' : 'preview')
  return (
    <div className={step === 'preview' ? `${styles.fill} ${styles.preview}` : styles.fill}>
      <PageHeader title={found.data.fileName} backTo="/roster" />
      <Steps
        className={styles.steps ?? ''}
        size="small"
        current={steps.indexOf(step)}
        items={steps.map((name) => ({ title: t(`step.${name}`) }))}
      />
      {error !== null && <ErrorNotice error={error} />}
      {found.data.committedBefore !== null && found.data.batchId === null && (
        <Alert
          type="info"
          showIcon
          title={t('earlier', {
            when: dates.moment(found.data.committedBefore),
            same: found.data.counts.same,
          })}
        />
      )}
      {step === 'columns' && (
        <ColumnsStep
          key={`${id}${readings}`}
          found={found.data}
          onNext={(sheets) => void reread(sheets, 'preview')}
          onReread={(sheets) => void reread(sheets, 'columns')}
        />
      )}
      {step === 'questions' && (
        <QuestionsStep
          importId={id}
          questions={asked}
          onBack={() => setStep('columns')}
          onNext={() => setStep('preview')}
          onChanged={(read) => void refresh(read)}
        />
      )}
      {step === 'done' && committed !== null && (
        <DoneStep importId={id} result={committed} onPreview={() => setStep('preview')} />
      )}
      {step === 'preview' && (
        <PreviewStep
          found={found.data}
          onBack={found.data.batchId === null ? () => setStep(asked.length > 0 ? 'questions' : 'columns') : null}
          onCommit={() => void commit()}
          onChanged={(read) => void refresh(read)}
        />
      )}
      <ProgressDialog title={t(work)} progress={progress} />
    </div>
  )
}
