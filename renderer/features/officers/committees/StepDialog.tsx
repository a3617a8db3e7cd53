import { useMutation } from '@tanstack/react-query'
import { Alert, Form } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { electionStepInputSchema } from '../../../../shared/contract/officers/committees'
import type { ElectionStep, ElectionStepKind } from '../../../../shared/model/committee'
import type { CommitteeId } from '../../../../shared/model/id'
import { dayOf } from '../../../../shared/rules/date'
import { ruleOn } from '../../../../shared/rules/officers/rules'
import { countProblems, hasQuorum } from '../../../../shared/rules/officers/votes'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormDialog } from '../../../components/FormDialog'
import { CountField, DayField, TextField } from '../fields'
import styles from '../officers.module.css'
import { orNull, readDay, refusedFields, typedCount, typedDay } from '../read'
import { useWritten } from '../use-written'

interface StepDialogProps {
  readonly committeeId: CommitteeId
  readonly kind: ElectionStepKind
  /** What was recorded of it; null for a step still open. */
  readonly step: ElectionStep | null
  readonly onClose: () => void
}

const COUNTS = ['expected', 'present', 'issued', 'returned', 'valid'] as const

const textOf = (count: number | null | undefined) => (count === null || count === undefined ? '' : String(count))

/** Records a step of an election; of the congress also how many came and how they voted. */
export function StepDialog({ committeeId, kind, step, onClose }: StepDialogProps) {
  const { t } = useTranslation('officers')
  const { written } = useWritten()
  const [initial] = useState(() => ({
    on: step?.on ?? dayOf(new Date()),
    document: step?.document ?? '',
    expected: textOf(step?.expected),
    present: textOf(step?.present),
    issued: textOf(step?.issued),
    returned: textOf(step?.returned),
    valid: textOf(step?.valid),
    note: step?.note ?? '',
  }))
  const [draft, setDraft] = useState<Readonly<Record<keyof typeof initial, string>>>(initial)
  const [tried, setTried] = useState(false)
  const counts = {
    expected: typedCount(draft.expected),
    present: typedCount(draft.present),
    issued: typedCount(draft.issued),
    returned: typedCount(draft.returned),
    valid: typedCount(draft.valid),
  }
  const read = electionStepInputSchema.safeParse({
    kind,
    on: typedDay(draft.on),
    document: orNull(draft.document),
    ...counts,
    note: orNull(draft.note),
  })
  const refused = refusedFields(read.error)
  const problems = countProblems(counts)
  const on = readDay(draft.on)
  const save = useMutation(
    api.officers.committees.saveStep.mutationOptions({
      onSuccess: (done) => {
        onClose()
        return written(done)
      },
    }),
  )
  const change = (field: keyof typeof initial) => (text: string) => setDraft((before) => ({ ...before, [field]: text }))

  function submit() {
    setTried(true)
    if (read.success) save.mutate({ id: committeeId, step: read.data })
  }

  return (
    <FormDialog
      title={t(`step.${kind}`)}
      dirty={draft !== initial}
      busy={save.isPending}
      onSave={submit}
      onClose={onClose}
    >
      <Form component={false} layout="vertical">
        <div className={styles.pair}>
          <DayField
            label={t('election.on')}
            required
            value={draft.on}
            isRefused={tried && refused.has('on')}
            onChange={change('on')}
          />
          <TextField
            label={t('election.document')}
            maxLength={100}
            value={draft.document}
            onChange={change('document')}
          />
        </div>
        {kind === 'congress' && (
          <>
            <div className={styles.pair}>
              {COUNTS.map((count) => (
                <CountField
                  key={count}
                  label={t(`votes.${count}`)}
                  value={draft[count]}
                  isRefused={refused.has(count)}
                  onChange={change(count)}
                />
              ))}
            </div>
            {problems.map(({ count, exceeds }) => (
              <Alert
                key={count}
                type="error"
                showIcon
                title={t('votes.exceeds', { count: t(`votes.${count}`), other: t(`votes.${exceeds}`) })}
              />
            ))}
            {on !== null && hasQuorum(counts, on) === false && (
              <Alert type="warning" showIcon title={t('votes.noQuorum')} description={ruleOn('quorum', on).source} />
            )}
          </>
        )}
        <TextField label={t('note')} maxLength={500} rows={1} value={draft.note} onChange={change('note')} />
      </Form>
      {save.isError && <ErrorNotice error={save.error} />}
    </FormDialog>
  )
}
