import { ORPCError } from '@orpc/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Modal, Radio } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { arrearsPaperSchema } from '../../../../shared/contract/dues/arrears'
import { arrearsDecisionSchema, type ArrearsStepKind } from '../../../../shared/model/arrears'
import type { MemberId } from '../../../../shared/model/id'
import { dayOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormField } from '../../../components/FormField'
import panel from '../../../components/panel.module.css'
import { PartialDateInput } from '../../../components/PartialDateInput'
import { useAsOrigin } from '../../../components/use-origin'
import { useUndo } from '../../../components/use-undo'
import styles from './arrears.module.css'
import { LeftOutList } from './LeftOutList'
import { paperPath } from './paper-path'
import { newStepDraft, readStep, type StepDraft } from './step-draft'

interface StepDialogProps {
  readonly kind: ArrearsStepKind
  readonly memberIds: readonly MemberId[]
  /** Told once the step is recorded. */
  readonly onTaken?: () => void
  readonly onClose: () => void
}

/** Records a step of the course of arrears with members, and says with whom it was not taken. */
export function StepDialog({ kind, memberIds, onTaken, onClose }: StepDialogProps) {
  const { t } = useTranslation(['arrears', 'common'])
  const formId = useId()
  const navigate = useNavigate()
  const origin = useAsOrigin()
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const [today] = useState(() => dayOf(new Date()))
  const [draft, setDraft] = useState(() => newStepDraft(today))
  const [tried, setTried] = useState(false)
  const { step, problems } = readStep(kind, draft, today)
  const take = useMutation(
    api.dues.arrears.take.mutationOptions({
      onSuccess: ({ batchId, taken, leftOut }) => {
        if (batchId !== null) {
          offerUndo(t('take.taken', { step: t(`step.${kind}`), count: taken.length }), batchId)
          onTaken?.()
        }
        // A talk with somebody leaves nothing to tell or to print.
        if (leftOut.length === 0 && !arrearsPaperSchema.safeParse(kind).success) onClose()
        return queryClient.invalidateQueries()
      },
    }),
  )
  const title = t('take.title', { step: t(`step.${kind}`), count: memberIds.length })
  const set = (changes: Partial<StepDraft>) => setDraft({ ...draft, ...changes })
  const problemOf = (field: keyof StepDraft) => {
    const problem = problems[field]
    return tried && problem !== undefined ? t(`take.${problem}`) : null
  }

  if (take.isSuccess) {
    const { taken, leftOut } = take.data
    const paper = arrearsPaperSchema.safeParse(kind)
    return (
      <Modal
        open
        title={title}
        onCancel={onClose}
        footer={
          <>
            {paper.success && taken.length > 0 && (
              <Button onClick={() => void navigate(paperPath(paper.data), { state: { memberIds: taken, ...origin } })}>
                {t('take.print', { step: t(`paper.${paper.data}`) })}
              </Button>
            )}
            <Button type="primary" autoFocus onClick={onClose}>
              {t('take.finish')}
            </Button>
          </>
        }
      >
        <p role="status">
          {taken.length === 0 ? t('take.none') : t('take.taken', { step: t(`step.${kind}`), count: taken.length })}
        </p>
        {leftOut.length > 0 && (
          <>
            <p>{t('take.leftOut', { count: leftOut.length })}</p>
            <LeftOutList leftOut={leftOut} />
          </>
        )}
      </Modal>
    )
  }

  return (
    <Modal
      open
      title={title}
      okText={t('take.save')}
      cancelText={t('common:cancel')}
      confirmLoading={take.isPending}
      okButtonProps={{ htmlType: 'submit', form: formId }}
      onCancel={onClose}
    >
      <Form
        id={formId}
        layout="vertical"
        requiredMark={false}
        onFinish={() => {
          setTried(true)
          if (step !== null) take.mutate({ memberIds: [...memberIds], ...step })
        }}
      >
        {kind !== 'talk' && (
          <FormField label={t('take.enteredUntil')} error={problemOf('enteredUntil')} hint={t('take.enteredUntilHint')}>
            {(control) => (
              <PartialDateInput
                {...control}
                value={draft.enteredUntil}
                onChange={(enteredUntil) => set({ enteredUntil })}
              />
            )}
          </FormField>
        )}
        <FormField label={t('take.on')} error={problemOf('on')}>
          {(control) => <PartialDateInput {...control} value={draft.on} onChange={(on) => set({ on })} />}
        </FormField>
        <FormField label={t(kind === 'talk' ? 'take.byTalk' : 'take.by')}>
          {(control) => (
            <Input {...control} maxLength={60} value={draft.by} onChange={({ target }) => set({ by: target.value })} />
          )}
        </FormField>
        {kind === 'talk' && (
          <FormField label={t('take.reason')} hint={t('take.reasonHint')}>
            {(control) => (
              <Input.TextArea
                {...control}
                rows={3}
                maxLength={500}
                value={draft.reason}
                onChange={({ target }) => set({ reason: target.value })}
              />
            )}
          </FormField>
        )}
        {kind === 'decision' && (
          <>
            <FormField label={t('take.decision')} hint={t(`decisionText.${draft.decision}`)}>
              {({ id }) => (
                <Radio.Group
                  id={id}
                  value={draft.decision}
                  onChange={({ target }) => set({ decision: arrearsDecisionSchema.parse(target.value) })}
                  options={arrearsDecisionSchema.options.map((value) => ({ value, label: t(`decision.${value}`) }))}
                />
              )}
            </FormField>
            {draft.decision === 'leave' && <p className={styles.charter}>{t('charter.text')}</p>}
            <FormField label={t('take.document')} error={problemOf('document')} hint={t('take.documentHint')}>
              {(control) => (
                <Input
                  {...control}
                  maxLength={200}
                  value={draft.document}
                  onChange={({ target }) => set({ document: target.value })}
                />
              )}
            </FormField>
          </>
        )}
      </Form>
      {take.isError && (
        <>
          <ErrorNotice error={take.error} />
          {take.error instanceof ORPCError && take.error.code === 'PAYMENTS_NOT_ENTERED' && (
            <div className={panel.bar}>
              <Link to="/dues?tab=handOvers">{t('take.toHandOvers')}</Link>
              <Link to="/dues?tab=payroll">{t('take.toLists')}</Link>
            </div>
          )}
        </>
      )}
    </Modal>
  )
}
