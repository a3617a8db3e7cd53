import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { AutoComplete, Button, Checkbox, Form, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MemberId, RequestId } from '../../../../shared/model/id'
import {
  requestChannelSchema,
  requestKindSchema,
  requestUrgencySchema,
  type RequestInput,
} from '../../../../shared/model/request'
import { deadlinesOn } from '../../../../shared/rules/care/request-deadline'
import { proposeTopic } from '../../../../shared/rules/care/request-topic'
import { dayOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormDialog } from '../../../components/FormDialog'
import { FormField } from '../../../components/FormField'
import { PartialDateInput } from '../../../components/PartialDateInput'
import { TermInput } from '../../../components/TermInput'
import { useUndo } from '../../../components/use-undo'
import { useCodeLabel } from '../../../i18n/use-code-label'
import { MemberSelect } from '../../organisation/MemberSelect'
import { UnitSelect } from '../../organisation/UnitSelect'
import {
  askers,
  dayTyped,
  draftOfRequest,
  dueText,
  newRequestDraft,
  readRequestDraft,
  type RequestDraft,
  type RequestProblem,
} from './request-draft'
import styles from './requests.module.css'
import { useTopics } from './use-topics'

interface RequestDialogProps {
  /** The request to be changed; a new one without it. */
  readonly request?: RequestInput & { readonly id: RequestId }
  /** Who asks, where that is known. */
  readonly memberId?: MemberId
  readonly onSaved?: (id: RequestId) => void
  readonly onClose: () => void
}

/** Records or changes what somebody asks for; topic and due day are proposed and can be changed. */
export function RequestDialog({ request, memberId, onSaved, onClose }: RequestDialogProps) {
  const { t } = useTranslation('requests')
  const codeLabel = useCodeLabel()
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const [today] = useState(() => dayOf(new Date()))
  const [initial] = useState(() =>
    request === undefined ? newRequestDraft(today, memberId ?? null) : draftOfRequest(request),
  )
  const [draft, setDraft] = useState(initial)
  const [tried, setTried] = useState(false)
  const topics = useTopics()
  const tree = useQuery(api.organisation.tree.queryOptions())
  const owners = useQuery(api.care.requests.owners.queryOptions())
  const { request: written, problems } = readRequestDraft(draft, today)
  const received = dayTyped(draft.receivedOn)
  const goals = received === null ? null : deadlinesOn(received)
  const proposal = proposeTopic(`${draft.title} ${draft.text}`)

  function done(text: string, batchId: Parameters<typeof offerUndo>[1], id: RequestId | undefined) {
    offerUndo(text, batchId)
    onClose()
    if (id !== undefined) onSaved?.(id)
    return queryClient.invalidateQueries()
  }
  const add = useMutation(
    api.care.requests.add.mutationOptions({ onSuccess: ({ batchId, id }) => done(t('added'), batchId, id) }),
  )
  const update = useMutation(
    api.care.requests.update.mutationOptions({ onSuccess: ({ batchId }) => done(t('changed'), batchId, request?.id) }),
  )
  const error = add.error ?? update.error

  const change = (changes: Partial<RequestDraft>) => setDraft((before) => ({ ...before, ...changes }))
  function problem(...names: RequestProblem[]): string | null {
    const name = tried ? names.find((one) => problems.has(one)) : undefined
    return name === undefined ? null : t(`problem.${name}`)
  }

  function save() {
    setTried(true)
    if (written === null) return
    if (request === undefined) add.mutate(written)
    else update.mutate({ id: request.id, request: written })
  }

  return (
    <FormDialog
      title={t(request === undefined ? 'addTitle' : 'editTitle')}
      width={860}
      dirty={draft !== initial}
      busy={add.isPending || update.isPending}
      onSave={save}
      onClose={onClose}
    >
      <Form component={false} layout="vertical">
        <div className={styles.pair}>
          <FormField label={t('asker.label')}>
            {({ id }) => (
              <Radio.Group
                id={id}
                optionType="button"
                value={draft.asker}
                onChange={({ target }) => change({ asker: askers.find((asker) => asker === target.value) ?? 'member' })}
                options={askers.map((value) => ({ value, label: t(`asker.${value}`) }))}
              />
            )}
          </FormField>
          {draft.asker === 'member' && (
            <FormField label={t('member')} error={problem('memberId')} required>
              {({ id, status }) => (
                <MemberSelect
                  id={id}
                  status={status}
                  value={draft.memberId}
                  placeholder={t('memberPlaceholder')}
                  onChange={(chosen) => change({ memberId: chosen })}
                />
              )}
            </FormField>
          )}
          {draft.asker === 'group' && (
            <FormField label={t('group')} error={problem('unitId')} required>
              {({ id }) => (
                <UnitSelect
                  id={id}
                  units={tree.data?.units ?? []}
                  value={draft.unitId}
                  placeholder={t('groupPlaceholder')}
                  onChange={(unitId) => change({ unitId })}
                />
              )}
            </FormField>
          )}
        </div>
        <div className={styles.pair}>
          <FormField label={t('receivedOn')} error={problem('receivedOn', 'future')} required>
            {(control) => (
              <PartialDateInput
                {...control}
                value={draft.receivedOn}
                onChange={(receivedOn) => change({ receivedOn })}
              />
            )}
          </FormField>
          <FormField label={t('channel.label')}>
            {(control) => (
              <Select<RequestInput['channel']>
                {...control}
                value={draft.channel}
                onChange={(channel) => change({ channel })}
                options={requestChannelSchema.options.map((value) => ({ value, label: t(`channel.${value}`) }))}
              />
            )}
          </FormField>
          <FormField label={t('kind.label')}>
            {({ id }) => (
              <Radio.Group
                id={id}
                optionType="button"
                value={draft.kind}
                onChange={({ target }) => change({ kind: requestKindSchema.parse(target.value) })}
                options={requestKindSchema.options.map((value) => ({ value, label: t(`kind.${value}`) }))}
              />
            )}
          </FormField>
        </div>
        <FormField label={t('title')} error={problem('title')} hint={t('titleHint')} required>
          {(control) => (
            <Input
              {...control}
              maxLength={100}
              value={draft.title}
              onChange={({ target }) => change({ title: target.value })}
            />
          )}
        </FormField>
        <FormField label={t('text')}>
          {(control) => (
            <Input.TextArea
              {...control}
              maxLength={4000}
              autoSize={{ minRows: 3, maxRows: 10 }}
              value={draft.text}
              onChange={({ target }) => change({ text: target.value })}
            />
          )}
        </FormField>
        <div className={styles.pair}>
          <FormField
            label={t('topic')}
            error={problem('topic')}
            hint={
              proposal === null || proposal.topic === draft.topic ? (
                t('topicHint')
              ) : (
                <>
                  {t('topicProposal', { words: proposal.words.join(t('separator')) })}
                  <Button type="link" size="small" onClick={() => change({ topic: proposal.topic })}>
                    {codeLabel(proposal.topic)}
                  </Button>
                </>
              )
            }
            required
          >
            {(control) => (
              <TermInput
                {...control}
                terms={topics}
                maxLength={30}
                value={draft.topic}
                onChange={(topic) => change({ topic })}
              />
            )}
          </FormField>
          <FormField label={t('urgency.label')}>
            {(control) => (
              <Select<RequestInput['urgency']>
                {...control}
                value={draft.urgency}
                onChange={(urgency) => change({ urgency, dueOn: null })}
                options={requestUrgencySchema.options.map((value) => ({
                  value,
                  label: t('urgencyGoal', {
                    urgency: t(`urgency.${value}`),
                    goal: t(`goal.${goals?.due[value] ?? 'none'}`),
                  }),
                }))}
              />
            )}
          </FormField>
          <FormField
            label={t('dueOn')}
            error={problem('dueOn')}
            hint={t(draft.dueOn === null ? 'dueProposed' : 'dueOwn')}
          >
            {(control) => (
              <PartialDateInput {...control} value={dueText(draft)} onChange={(dueOn) => change({ dueOn })} />
            )}
          </FormField>
          <FormField label={t('owner')} hint={t('ownerHint')}>
            {({ id, status }) => (
              <AutoComplete
                id={id}
                status={status}
                maxLength={60}
                value={draft.owner}
                onChange={(owner: string) => change({ owner })}
                options={(owners.data ?? []).map(({ owner }) => ({ value: owner }))}
              />
            )}
          </FormField>
        </div>
        <Checkbox checked={draft.isConfidential} onChange={({ target }) => change({ isConfidential: target.checked })}>
          {t('confidential')}
        </Checkbox>
      </Form>
      {error !== null && <ErrorNotice error={error} />}
    </FormDialog>
  )
}
