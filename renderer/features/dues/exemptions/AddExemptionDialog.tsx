import { keepPreviousData, skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, AutoComplete, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MemberId } from '../../../../shared/model/id'
import { dayOf, monthOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormDialog } from '../../../components/FormDialog'
import { FormField } from '../../../components/FormField'
import panel from '../../../components/panel.module.css'
import { PartialDateInput } from '../../../components/PartialDateInput'
import { useUndo } from '../../../components/use-undo'
import { MemberSelect } from '../../organisation/MemberSelect'
import duesStyles from '../dues.module.css'
import {
  newExemptionDraft,
  readExemptionDraft,
  readSpan,
  type ExemptionDraft,
  type ExemptionProblem,
} from './exemption-draft'

interface AddExemptionDialogProps {
  /** Whom to exempt; asked for where nobody is given. */
  readonly memberIds?: readonly MemberId[]
  readonly onSaved?: () => void
  readonly onClose: () => void
}

const usualReasons = ['illness', 'hardship', 'unpaidLeave', 'laidOff'] as const

/** Exempts members from dues for some months, by decision; mounted while it is open. */
export function AddExemptionDialog({ memberIds, onSaved, onClose }: AddExemptionDialogProps) {
  const { t } = useTranslation(['exemptions', 'common'])
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const [initial] = useState(() => newExemptionDraft(monthOf(dayOf(new Date()))))
  const [draft, setDraft] = useState(initial)
  const [chosen, setChosen] = useState<MemberId | null>(null)
  const [tried, setTried] = useState(false)
  const ids = memberIds === undefined ? (chosen === null ? [] : [chosen]) : [...memberIds]
  const { exemption, problems } = readExemptionDraft(draft)
  const span = readSpan(draft)
  const preview = useQuery(
    api.dues.exemptions.previewAdd.queryOptions({
      input: span === null || ids.length === 0 ? skipToken : { memberIds: ids, ...span },
      placeholderData: keepPreviousData,
    }),
  )
  const add = useMutation(
    api.dues.exemptions.add.mutationOptions({
      onSuccess: ({ batchId, members }) => {
        offerUndo(t('added', { count: members }), batchId)
        onSaved?.()
        onClose()
        return queryClient.invalidateQueries()
      },
    }),
  )

  function change(changes: Partial<ExemptionDraft>) {
    setDraft((before) => ({ ...before, ...changes }))
  }

  const problem = (name: ExemptionProblem) => (tried && problems.has(name) ? t(`problem.${name}`) : null)
  const counts = span === null || ids.length === 0 ? undefined : preview.data
  return (
    <FormDialog
      title={ids.length > 1 ? t('addTitleFor', { count: ids.length }) : t('addTitle')}
      dirty={draft !== initial}
      busy={add.isPending}
      onSave={() => {
        setTried(true)
        if (exemption !== null && ids.length > 0) add.mutate({ memberIds: ids, ...exemption })
      }}
      onClose={onClose}
    >
      <Form component={false} layout="vertical">
        {memberIds === undefined && (
          <FormField label={t('member')} error={tried && chosen === null ? t('problem.member') : null} required>
            {({ id, status }) => (
              <MemberSelect
                id={id}
                status={status}
                value={chosen}
                placeholder={t('memberPlaceholder')}
                onChange={setChosen}
              />
            )}
          </FormField>
        )}
        <div className={duesStyles.pair}>
          <FormField label={t('from')} error={problem('from')} hint={t('fromHint')} required>
            {(control) => (
              <Input
                {...control}
                className="numeric"
                value={draft.from}
                onChange={({ target }) => change({ from: target.value })}
              />
            )}
          </FormField>
          <FormField label={t('until')} error={problem('until')} hint={t('untilHint')}>
            {(control) => (
              <Input
                {...control}
                className="numeric"
                value={draft.until}
                onChange={({ target }) => change({ until: target.value })}
              />
            )}
          </FormField>
        </div>
        <FormField label={t('reason')} error={problem('reason')} required>
          {({ id, status }) => (
            <AutoComplete
              id={id}
              status={status}
              maxLength={200}
              value={draft.reason}
              onChange={(reason: string) => change({ reason })}
              options={usualReasons.map((reason) => ({ value: t(`usual.${reason}`) }))}
            />
          )}
        </FormField>
        <div className={duesStyles.pair}>
          <FormField label={t('decision')} hint={t('decisionHint')}>
            {(control) => (
              <Input
                {...control}
                maxLength={200}
                value={draft.decision}
                onChange={({ target }) => change({ decision: target.value })}
              />
            )}
          </FormField>
          <FormField label={t('decidedOn')} error={problem('decidedOn')}>
            {(control) => (
              <PartialDateInput {...control} value={draft.decidedOn} onChange={(decidedOn) => change({ decidedOn })} />
            )}
          </FormField>
        </div>
      </Form>
      <div role="status" className={panel.stack}>
        {counts !== undefined && counts.members === 0 && <p>{t('nobodyToExempt')}</p>}
        {counts !== undefined && counts.overlapping.length > 0 && (
          <Alert type="warning" showIcon title={t('overlapping', { names: counts.overlapping.join(t('separator')) })} />
        )}
        {counts !== undefined && counts.charged > 0 && (
          <Alert type="info" showIcon title={t('charged', { count: counts.charged })} />
        )}
      </div>
      {preview.isError && <ErrorNotice error={preview.error} onRetry={() => void preview.refetch()} />}
      {add.isError && <ErrorNotice error={add.error} />}
    </FormDialog>
  )
}
