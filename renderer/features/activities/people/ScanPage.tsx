import { ScanOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Input, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Participant, ShortMember } from '../../../../shared/contract/activities/people'
import type { MemberId } from '../../../../shared/model/id'
import { api, type client } from '../../../client'
import { EmptyState } from '../../../components/EmptyState'
import { PageHeader } from '../../../components/PageHeader'
import panel from '../../../components/panel.module.css'
import { Section } from '../../../components/Section'
import { useDates } from '../../../components/use-dates'
import { useErrorToast } from '../../../components/use-error-toast'
import { useActivity } from '../plan/use-activity'
import styles from './people.module.css'

type Scanned = Awaited<ReturnType<typeof client.activities.people.scan>>
type Told = Scanned & { readonly code: string }

/** Those signed in last that stay in sight. */
const KEPT = 12

/** Signing in by scanned codes: the scanner types a code and Enter, and the page says in plain words what came of it. */
export function ScanPage() {
  const { t } = useTranslation('activityPeople')
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { id, activity } = useActivity()
  const [code, setCode] = useState('')
  const [told, setTold] = useState<Told | null>(null)
  const [last, setLast] = useState<readonly Participant[]>([])
  const input = useRef<InputRef>(null)
  const onError = useErrorToast()
  const overview = useQuery(api.activities.people.overview.queryOptions({ input: { id } }))

  function signedIn(participant: Participant) {
    setLast((before) => [participant, ...before.filter((other) => other.id !== participant.id)].slice(0, KEPT))
    void queryClient.invalidateQueries()
  }

  const scan = useMutation(
    api.activities.people.scan.mutationOptions({
      onSuccess: (result, asked) => {
        setTold({ ...result, code: asked.code })
        if (result.kind === 'present') signedIn(result.participant)
      },
      onError,
    }),
  )
  const walkIn = useMutation(
    api.activities.people.walkIn.mutationOptions({
      onSuccess: (participant) => {
        setTold({ kind: 'present', participant, code: '' })
        signedIn(participant)
      },
      onError,
    }),
  )
  const takeBack = useMutation(
    api.activities.people.mark.mutationOptions({
      onSuccess: (_, { participationIds }) => {
        setTold(null)
        setLast((before) => before.filter(({ id: other }) => participationIds?.includes(other) !== true))
        return queryClient.invalidateQueries()
      },
      onError,
    }),
  )

  const onSettled = () => input.current?.focus()

  function read() {
    const typed = code.trim()
    setCode('')
    if (typed !== '') scan.mutate({ id, code: typed }, { onSettled })
  }

  const { taken = 0, present = 0 } = overview.data ?? {}
  return (
    <>
      <PageHeader
        title={t('scan.title')}
        note={activity.data?.title ?? ''}
        backTo={`/activities/${id}?tab=people`}
        actions={
          <strong className={styles.count} role="status">
            {t('scan.count', { present, taken })}
          </strong>
        }
      />
      <div className={panel.stack}>
        <Input
          ref={input}
          autoFocus
          size="large"
          className={styles.code ?? ''}
          aria-label={t('scan.code')}
          placeholder={t('scan.placeholder')}
          prefix={<ScanOutlined />}
          maxLength={100}
          value={code}
          onChange={({ target }) => setCode(target.value)}
          onPressEnter={read}
        />
        <p className={panel.quiet}>{t('scan.hint')}</p>
        <div role="status" aria-live="assertive" className={styles.told}>
          {told !== null && (
            <ScanResult
              told={told}
              isThis={told.kind === 'activity' && told.activityId === id}
              isBusy={walkIn.isPending || takeBack.isPending}
              onWalkIn={(memberId) => walkIn.mutate({ id, memberId }, { onSettled })}
              onTakeBack={({ id: participationId }) =>
                takeBack.mutate({ id, participationIds: [participationId], attendance: 'signedUp' }, { onSettled })
              }
              onActivity={(other) => void navigate(`/activities/${other}/sign-in`)}
            />
          )}
        </div>
        <Section title={t('scan.last')}>
          {last.length === 0 ? <EmptyState title={t('scan.none')} /> : <LastList people={last} />}
        </Section>
      </div>
    </>
  )
}

interface ScanResultProps {
  readonly told: Told
  readonly isThis: boolean
  readonly isBusy: boolean
  readonly onWalkIn: (memberId: MemberId) => void
  readonly onTakeBack: (participant: Participant) => void
  readonly onActivity: (id: Extract<Scanned, { kind: 'activity' }>['activityId']) => void
}

function ScanResult({ told, isThis, isBusy, onWalkIn, onTakeBack, onActivity }: ScanResultProps) {
  const { t } = useTranslation('activityPeople')
  const dates = useDates()
  switch (told.kind) {
    case 'present':
      return (
        <Alert
          type="success"
          showIcon
          title={<span className={styles.big}>{t('scan.present', whoOf(told.participant))}</span>}
          action={
            <Button loading={isBusy} onClick={() => onTakeBack(told.participant)}>
              {t('scan.takeBack')}
            </Button>
          }
        />
      )
    case 'already': {
      const { attendedAt } = told.participant
      return (
        <Alert
          type="info"
          showIcon
          title={<span className={styles.big}>{t('scan.already', whoOf(told.participant))}</span>}
          description={attendedAt === null ? null : t('scan.alreadyAt', { at: dates.moment(attendedAt) })}
        />
      )
    }
    case 'waiting':
      return (
        <Alert
          type="warning"
          showIcon
          title={<span className={styles.big}>{t('scan.waiting', whoOf(told.participant))}</span>}
          description={t('scan.waitingText', { place: told.participant.waitingPlace })}
          action={
            <Button type="primary" loading={isBusy} onClick={() => onWalkIn(told.participant.memberId)}>
              {t('scan.letIn')}
            </Button>
          }
        />
      )
    case 'notSignedUp':
      return (
        <Alert
          type="warning"
          showIcon
          title={<span className={styles.big}>{t('scan.notSignedUp', whoOf(told.member))}</span>}
          description={t('scan.notSignedUpText')}
          action={
            <Button type="primary" loading={isBusy} onClick={() => onWalkIn(told.member.memberId)}>
              {t('scan.addIn')}
            </Button>
          }
        />
      )
    case 'several':
      return (
        <Alert
          type="warning"
          showIcon
          title={
            <span className={styles.big}>{t('scan.several', { code: told.code, count: told.members.length })}</span>
          }
          description={
            <div className={panel.bar}>
              {told.members.map((member) => (
                <Button key={member.memberId} loading={isBusy} onClick={() => onWalkIn(member.memberId)}>
                  {[member.name, member.department, member.staffNumber].filter((part) => part !== null).join(t('dot'))}
                </Button>
              ))}
            </div>
          }
        />
      )
    case 'unknown':
      return (
        <Alert
          type="error"
          showIcon
          title={<span className={styles.big}>{t('scan.unknown', { code: told.code })}</span>}
          description={t('scan.unknownText')}
        />
      )
    case 'activity':
      return isThis ? (
        <Alert type="success" showIcon title={t('scan.thisActivity', { title: told.title })} />
      ) : (
        <Alert
          type="warning"
          showIcon
          title={t('scan.otherActivity', { title: told.title })}
          action={<Button onClick={() => onActivity(told.activityId)}>{t('scan.goThere')}</Button>}
        />
      )
  }
}

const whoOf = ({ name, department }: Pick<ShortMember, 'name' | 'department'>) => ({
  name,
  department: department ?? '',
})

function LastList({ people }: { readonly people: readonly Participant[] }) {
  const dates = useDates()
  return (
    <ul className={styles.last}>
      {people.map(({ id, name, department, attendedAt }) => (
        <li key={id}>
          <strong>{name}</strong>
          <span>{department}</span>
          <span className="numeric">{attendedAt === null ? '' : dates.moment(attendedAt)}</span>
        </li>
      ))}
    </ul>
  )
}
