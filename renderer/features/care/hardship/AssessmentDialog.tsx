import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, AutoComplete, Button, Checkbox, Form, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hardshipStandards } from '../../../../shared/codes/care/hardship-standards'
import type { HardshipDetail } from '../../../../shared/contract/care/hardship'
import {
  hardshipClassSchema,
  type HardshipAssessment,
  type HardshipAssessmentInput,
} from '../../../../shared/model/hardship'
import { decisionDoubts, statedIncome } from '../../../../shared/rules/care/hardship'
import { dayOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormDialog } from '../../../components/FormDialog'
import { FormField } from '../../../components/FormField'
import panel from '../../../components/panel.module.css'
import { useUndo } from '../../../components/use-undo'
import { yuanText } from '../../../components/yuan'
import { Arithmetic } from './Arithmetic'
import { assessmentFields, draftOfAssessment, newYearDraft, readAssessment } from './assessment-draft'
import { FieldEditor } from './FieldEditor'
import styles from './hardship.module.css'
import { proposalOf } from './proposal'

interface AssessmentDialogProps {
  readonly detail: HardshipDetail
  /** Null for a new year. */
  readonly assessment: HardshipAssessment | null
  readonly onClose: () => void
}

type Name = keyof HardshipAssessmentInput

const OWN = 'own'
const NONE = 'none'

/** The figures of a year, the class that follows with its arithmetic, publicity and decision. */
export function AssessmentDialog({ detail, assessment, onClose }: AssessmentDialogProps) {
  const { t } = useTranslation('hardship')
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const { file, persons, assessments } = detail
  const stated = statedIncome(file, persons)
  const [initial] = useState(() =>
    assessment === null
      ? newYearDraft(dayOf(new Date()), assessments[0], persons.length + 1, stated)
      : draftOfAssessment(assessment),
  )
  const [draft, setDraft] = useState(initial)
  const [tried, setTried] = useState(false)
  const [hasChosen, setChosen] = useState(assessment !== null)
  const save = useMutation(
    api.care.hardship.saveAssessment.mutationOptions({
      onSuccess: ({ batchId }) => {
        offerUndo(t('saved'), batchId)
        onClose()
        return queryClient.invalidateQueries()
      },
    }),
  )
  const { assessment: read, problems } = readAssessment(draft)
  const proposal = read === null ? null : proposalOf(file, read)
  const standard = hardshipStandards.find(({ key }) => key === draft['standard'])
  const isDecided = (draft['decidedOn'] ?? '').trim() !== ''
  // Until somebody decides otherwise, the class follows the figures.
  const chosen = hasChosen ? (draft['class'] === '' ? null : draft['class']) : (proposal?.class ?? null)
  const differs = proposal !== null && isDecided && chosen !== proposal.class
  const doubts = read === null || read.decidedOn === null ? [] : decisionDoubts(read, read.decidedOn)
  const isReasonMissing = differs && read?.reason === null

  function set(changes: Readonly<Record<string, string>>) {
    setDraft((known) => ({ ...known, ...changes }))
  }

  const editor = (name: Name) => {
    const spec = assessmentFields.find((field) => field.name === name)
    if (spec === undefined) return null
    const problem =
      name === 'publicUntil' && problems.has(name)
        ? t('problem.publicUntil')
        : problems.has(name)
          ? t(`problem.${spec.kind}`)
          : name === 'reason' && isReasonMissing
            ? t('problem.reason')
            : null
    return (
      <FieldEditor
        key={name}
        spec={spec}
        label={t(`assessmentField.${name}`)}
        value={draft[name] ?? ''}
        error={tried ? problem : null}
        onChange={(text) => set({ [name]: text })}
      />
    )
  }

  return (
    <FormDialog
      title={t(assessment === null ? 'newYear' : 'editYear')}
      width={960}
      dirty={draft !== initial}
      busy={save.isPending}
      onSave={() => {
        setTried(true)
        if (read !== null && !isReasonMissing) {
          const decided = hasChosen ? read : { ...read, class: proposal?.class ?? null }
          save.mutate({ fileId: file.id, id: assessment?.id ?? null, assessment: decided })
        }
      }}
      onClose={onClose}
    >
      {assessment === null && assessments.length > 0 && (
        <Alert type="info" showIcon title={t('carriedOver', { year: assessments[0]?.year })} />
      )}
      <Form component={false} layout="vertical">
        <h3>{t('part.figures')}</h3>
        <div className={styles.fields}>
          {(['year', 'on', 'people', 'income', 'rigidSpending', 'minimumLiving', 'accidentCost'] as const).map(editor)}
        </div>
        <div className={panel.bar}>
          <Button size="small" onClick={() => set({ income: yuanText(stated), people: String(persons.length + 1) })}>
            {t('takeStated', { income: yuanText(stated), count: persons.length + 1 })}
          </Button>
        </div>
        <Checkbox
          style={{ marginBlock: 10 }}
          checked={draft['isStricken'] === '1'}
          onChange={({ target }) => set({ isStricken: target.checked ? '1' : '' })}
        >
          {t('assessmentField.isStricken')}
        </Checkbox>
        <FormField label={t('assessmentField.exclusion')} hint={t('exclusionHint')}>
          {({ id, status }) => (
            <AutoComplete
              id={id}
              status={status}
              allowClear
              maxLength={200}
              value={draft['exclusion'] ?? ''}
              onChange={(text: string | undefined) => set({ exclusion: text ?? '' })}
              options={(standard?.exclusions ?? []).map((value) => ({ value }))}
            />
          )}
        </FormField>
        <FormField
          label={t('assessmentField.standard')}
          hint={standard === undefined ? t('ownHint') : t('standardSource', { source: standard.source })}
        >
          {({ id }) => (
            <Select
              id={id}
              value={draft['standard'] === '' ? OWN : (draft['standard'] ?? OWN)}
              onChange={(key: string) => {
                const found = hardshipStandards.find((other) => other.key === key)
                set(
                  found === undefined
                    ? { standard: '' }
                    : {
                        standard: found.key,
                        deepPercent: String(found.deepPercent),
                        relativePercent: String(found.relativePercent),
                        accidentPercent: String(found.accidentPercent),
                      },
                )
              }}
              options={[
                ...hardshipStandards.map(({ key, region, validFrom }) => ({
                  value: key,
                  label: t('standardOption', { region, from: validFrom }),
                })),
                { value: OWN, label: t('ownStandard') },
              ]}
            />
          )}
        </FormField>
        {standard === undefined && (
          <div className={styles.fields}>
            {(['deepPercent', 'relativePercent', 'accidentPercent'] as const).map(editor)}
          </div>
        )}
        {proposal === null ? <p className={panel.quiet}>{t('notYet')}</p> : <Arithmetic proposal={proposal} />}
        <h3 style={{ marginBlockStart: 16 }}>{t('part.publicity')}</h3>
        <div className={styles.fields}>
          {(['publicFrom', 'publicUntil', 'publicPlace', 'objections'] as const).map(editor)}
        </div>
        <h3>{t('part.decision')}</h3>
        <div className={styles.fields}>
          {(['partyOpinion', 'partyOpinionOn', 'decidedOn', 'decision', 'upperOpinion', 'upperOpinionOn'] as const).map(
            editor,
          )}
        </div>
        <FormField label={t('assessmentField.class')}>
          {({ id }) => (
            <Radio.Group
              id={id}
              value={chosen ?? NONE}
              onChange={({ target }) => {
                setChosen(true)
                set({ class: target.value === NONE ? '' : String(target.value) })
              }}
              options={[
                ...hardshipClassSchema.options.map((value) => ({ value, label: t(`class.${value}`) })),
                { value: NONE, label: t('class.none') },
              ]}
            />
          )}
        </FormField>
        {differs && <Alert type="warning" showIcon title={t('differs')} style={{ marginBlockEnd: 10 }} />}
        {(differs || (draft['reason'] ?? '') !== '') && editor('reason')}
        {doubts.map((doubt) => (
          <Alert key={doubt} type="warning" showIcon title={t(`doubt.${doubt}`)} style={{ marginBlockEnd: 10 }} />
        ))}
        {editor('note')}
      </Form>
      {tried && (problems.size > 0 || isReasonMissing) && <p role="alert">{t('problem.some')}</p>}
      {save.isError && <ErrorNotice error={save.error} />}
    </FormDialog>
  )
}
