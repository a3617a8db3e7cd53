import { useMutation } from '@tanstack/react-query'
import { Button, Checkbox, Form, Input, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { postTitle } from '../../../../shared/codes'
import type { CommitteeDetail, NamedCandidate } from '../../../../shared/contract/officers/committees'
import type { CandidateId, MemberId } from '../../../../shared/model/id'
import { dayOf } from '../../../../shared/rules/date'
import { ruleOn } from '../../../../shared/rules/officers/rules'
import { votesNeeded } from '../../../../shared/rules/officers/votes'
import { api } from '../../../client'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormDialog } from '../../../components/FormDialog'
import { FormField } from '../../../components/FormField'
import panel from '../../../components/panel.module.css'
import { Section } from '../../../components/Section'
import { useCodeLabel } from '../../../i18n/use-code-label'
import { MemberPickerDialog } from '../../activities/MemberPickerDialog'
import { WordInput } from '../../federation/codes/WordInput'
import styles from '../officers.module.css'
import { typedCount } from '../read'
import { useWritten } from '../use-written'

interface Entered {
  readonly votes: string
  readonly isElected: boolean
}

/** Who stands for election, with votes and who was elected; the rule is told and decides nothing. */
export function Candidates({ election }: { readonly election: CommitteeDetail }) {
  const { t } = useTranslation(['officers', 'common', 'organisation', 'fields'])
  const codeLabel = useCodeLabel()
  const { written, onError } = useWritten()
  const [isPicking, setPicking] = useState(false)
  const [chosen, setChosen] = useState<readonly MemberId[] | null>(null)
  const [entered, setEntered] = useState<Readonly<Record<string, Entered>>>({})
  const isOpen = election.state === 'preparing'
  const congress = election.steps.find(({ kind }) => kind === 'congress')
  const day = congress?.on ?? dayOf(new Date())
  const needed = votesNeeded(congress?.expected ?? null, day)
  const valid = congress?.valid ?? null
  const save = useMutation(
    api.officers.committees.saveVotes.mutationOptions({
      onSuccess: (done) => {
        setEntered({})
        return written(done)
      },
      onError,
    }),
  )
  const remove = useMutation(
    api.officers.committees.removeCandidate.mutationOptions({
      onSuccess: (done) => written(done, t('candidate.removed')),
      onError,
    }),
  )
  const entry = ({ id, votes, isElected }: NamedCandidate): Entered =>
    entered[id] ?? { votes: votes === null ? '' : String(votes), isElected }
  const isWrong = (candidate: NamedCandidate) => {
    const votes = typedCount(entry(candidate).votes)
    return votes !== null && (Number.isNaN(votes) || (valid !== null && votes > valid))
  }

  function change(candidate: NamedCandidate, changes: Partial<Entered>) {
    setEntered((before) => ({ ...before, [candidate.id]: { ...entry(candidate), ...changes } }))
  }

  function submit() {
    save.mutate({
      id: election.id,
      votes: election.candidates.map((candidate): { id: CandidateId; votes: number | null; isElected: boolean } => ({
        id: candidate.id,
        votes: typedCount(entry(candidate).votes),
        isElected: entry(candidate).isElected,
      })),
    })
  }

  const add = isOpen && <Button onClick={() => setPicking(true)}>{t('candidate.add')}</Button>
  const isDirty = Object.keys(entered).length > 0
  return (
    <Section title={t('candidate.title', { count: election.candidates.length })} action={add}>
      {needed !== null && (
        <p>
          {t('votes.needed', { count: needed })} <span className={styles.source}>{ruleOn('majority', day).source}</span>
        </p>
      )}
      {election.candidates.length === 0 ? (
        <EmptyState title={t('candidate.none')} text={t('candidate.noneText')} />
      ) : (
        <Table<NamedCandidate>
          size="small"
          rowKey="id"
          pagination={false}
          dataSource={election.candidates}
          columns={[
            { title: t('organisation:post.name'), render: (_, { title }) => codeLabel(title) },
            {
              title: t('fields:member.name'),
              render: (_, { memberId, name }) => <Link to={`/members/${memberId}`}>{name}</Link>,
            },
            { title: t('fields:member.department'), dataIndex: 'department' },
            {
              title: t('candidate.votes'),
              width: 220,
              render: (_, candidate) => (
                <>
                  <Input
                    className={styles.votes ?? ''}
                    aria-label={t('common:labelled', { label: t('candidate.votes'), text: candidate.name })}
                    inputMode="numeric"
                    disabled={!isOpen}
                    status={isWrong(candidate) ? 'error' : ''}
                    value={entry(candidate).votes}
                    onChange={({ target }) => change(candidate, { votes: target.value })}
                  />
                  {isWrong(candidate) && (
                    <div role="alert">{valid === null ? t('countWrong') : t('votes.tooMany', { valid })}</div>
                  )}
                </>
              ),
            },
            {
              title: t('candidate.elected'),
              width: 170,
              render: (_, candidate) => {
                const votes = typedCount(entry(candidate).votes)
                const isShort = entry(candidate).isElected && needed !== null && votes !== null && votes < needed
                return (
                  <>
                    <Checkbox
                      aria-label={t('common:labelled', { label: t('candidate.elected'), text: candidate.name })}
                      disabled={!isOpen}
                      checked={entry(candidate).isElected}
                      onChange={({ target }) => change(candidate, { isElected: target.checked })}
                    />{' '}
                    {isShort && <span className={panel.quiet}>{t('votes.short')}</span>}
                  </>
                )
              },
            },
            {
              width: 80,
              render: (_, { id, name }) =>
                isOpen && (
                  <Button
                    type="link"
                    danger
                    size="small"
                    aria-label={t('common:labelled', { label: t('common:remove'), text: name })}
                    onClick={() => remove.mutate({ id })}
                  >
                    {t('common:remove')}
                  </Button>
                ),
            },
          ]}
        />
      )}
      {isOpen && election.candidates.length > 0 && (
        <div className={panel.bar}>
          <Button
            type="primary"
            disabled={!isDirty || election.candidates.some(isWrong)}
            loading={save.isPending}
            onClick={submit}
          >
            {t('candidate.save')}
          </Button>
        </div>
      )}
      {isPicking && (
        <MemberPickerDialog
          title={t('candidate.add')}
          isBusy={false}
          onPick={(memberIds) => {
            setPicking(false)
            setChosen(memberIds)
          }}
          onClose={() => setPicking(false)}
        />
      )}
      {chosen !== null && <TitleDialog election={election} memberIds={chosen} onClose={() => setChosen(null)} />}
    </Section>
  )
}

interface TitleDialogProps {
  readonly election: CommitteeDetail
  readonly memberIds: readonly MemberId[]
  readonly onClose: () => void
}

/** For which post the members chosen stand. */
function TitleDialog({ election, memberIds, onClose }: TitleDialogProps) {
  const { t } = useTranslation(['officers', 'organisation'])
  const { written } = useWritten()
  const [title, setTitle] = useState('委员')
  const add = useMutation(
    api.officers.committees.addCandidates.mutationOptions({
      onSuccess: (done) => {
        onClose()
        return written(done)
      },
    }),
  )
  return (
    <FormDialog
      title={t('candidate.chosen', { count: memberIds.length })}
      dirty
      busy={add.isPending}
      onSave={() => {
        if (title.trim() !== '') add.mutate({ id: election.id, memberIds: [...memberIds], title })
      }}
      onClose={onClose}
    >
      <Form component={false} layout="vertical">
        <FormField label={t('candidate.for')} required error={title.trim() === '' ? t('missing') : null}>
          {(control) => (
            <WordInput
              {...control}
              place="postTitle"
              own={postTitle.values}
              maxLength={60}
              value={title}
              onChange={setTitle}
            />
          )}
        </FormField>
      </Form>
      {add.isError && <ErrorNotice error={add.error} />}
    </FormDialog>
  )
}
