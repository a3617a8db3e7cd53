import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import { committeeIdSchema } from '../../../../shared/model/id'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import { PageHeader } from '../../../components/PageHeader'
import panel from '../../../components/panel.module.css'
import { Section } from '../../../components/Section'
import { Attachments } from '../../attachments/Attachments'
import styles from '../officers.module.css'
import { useCommitteeTexts } from '../use-committee-texts'
import { useWritten } from '../use-written'
import { Candidates } from './Candidates'
import { CommitteeDialog } from './CommitteeDialog'
import { ElectionSteps } from './ElectionSteps'
import { FinishDialog } from './FinishDialog'
import { Seats } from './Seats'
import { StateTag } from './StateTag'
import { useStartElection } from './use-start-election'

/** A committee's term: facts, seats, and the file of its election 换届. */
export function CommitteePage() {
  const { t } = useTranslation(['officers', 'common'])
  const { modal } = App.useApp()
  const navigate = useNavigate()
  const texts = useCommitteeTexts()
  const election = useStartElection()
  const { written, onError } = useWritten()
  const [dialog, setDialog] = useState<'edit' | 'finish' | null>(null)
  const id = committeeIdSchema.parse(useParams()['id'])
  const found = useQuery(api.officers.committees.get.queryOptions({ input: { id } }))
  const remove = useMutation(
    api.officers.committees.remove.mutationOptions({
      onSuccess: (done) => {
        void navigate('/officers', { replace: true })
        return written(done, t('committee.removed'))
      },
      onError,
    }),
  )
  if (found.isPending) return <Loading />
  if (found.isError) {
    return (
      <>
        <PageHeader title={t('title')} backTo="/officers" />
        <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
      </>
    )
  }
  const committee = found.data
  const isPreparing = committee.state === 'preparing'
  const hasElection = isPreparing || committee.steps.length > 0 || committee.candidates.length > 0

  function confirmRemove() {
    modal.confirm({
      title: t('committee.removeTitle', { name: texts.name(committee) }),
      content: t('committee.removeText'),
      okText: t('common:remove'),
      okButtonProps: { danger: true },
      cancelText: t('common:cancel'),
      onOk: () => remove.mutate({ id }),
    })
  }

  const facts = [
    [t('committee.electedOn'), committee.electedOn],
    [t('committee.endsOn'), committee.endsOn],
    [t('committee.years'), t('committee.yearsOf', { count: committee.years })],
    [t('committee.approvedOn'), [committee.approvedOn, committee.approvalDocument].filter(Boolean).join('　') || null],
    [
      t('committee.postponedTo'),
      [committee.postponedTo, committee.postponementDocument].filter(Boolean).join('　') || null,
    ],
    [t('committee.endedOn'), committee.endedOn],
    [t('note'), committee.note],
  ] as const
  return (
    <>
      <PageHeader
        backTo="/officers"
        title={
          <>
            {texts.name(committee)} <StateTag state={committee.state} />
          </>
        }
        note={isPreparing ? t('election.note') : undefined}
        actions={
          <>
            <Button danger onClick={confirmRemove}>
              {t('common:remove')}
            </Button>
            <Button onClick={() => setDialog('edit')}>{t('common:edit')}</Button>
            {!isPreparing && (
              <Button onClick={() => void navigate(`/officers/rosters?of=committee&committeeId=${id}`)}>
                {t('roster.open')}
              </Button>
            )}
            {committee.successorId !== null && (
              <Button type="primary" onClick={() => void navigate(`/officers/committees/${committee.successorId}`)}>
                {t('election.file')}
              </Button>
            )}
            {committee.successorId === null && !isPreparing && committee.state !== 'ended' && (
              <Button type="primary" loading={election.isPending} onClick={() => election.start(committee)}>
                {t('election.start')}
              </Button>
            )}
            {isPreparing && (
              <Button type="primary" onClick={() => setDialog('finish')}>
                {t('election.finish')}
              </Button>
            )}
          </>
        }
      />
      <div className={panel.stack}>
        <Section
          title={t('committee.facts')}
          action={
            committee.predecessorId !== null && (
              <Link to={`/officers/committees/${committee.predecessorId}`}>{t('committee.predecessor')}</Link>
            )
          }
        >
          <dl className={styles.facts}>
            {facts.map(
              ([name, value]) =>
                value !== null && (
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd>{value}</dd>
                  </div>
                ),
            )}
          </dl>
        </Section>
        {!isPreparing && <Seats committee={committee} />}
        {hasElection && <ElectionSteps election={committee} />}
        {hasElection && <Candidates election={committee} />}
        <Attachments
          owner={{ kind: 'committee', id }}
          labels={[t('paper.request'), t('paper.approval'), t('paper.ballot'), t('paper.minutes'), t('paper.other')]}
        />
      </div>
      {dialog === 'edit' && <CommitteeDialog committee={committee} onClose={() => setDialog(null)} />}
      {dialog === 'finish' && <FinishDialog election={committee} onClose={() => setDialog(null)} />}
    </>
  )
}
