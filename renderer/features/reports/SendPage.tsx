import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import type { ReceiverProfile } from '../../../shared/model/receiver-profile'
import { api } from '../../client'
import { ErrorNotice } from '../../components/ErrorNotice'
import { Loading } from '../../components/Loading'
import { PageHeader } from '../../components/PageHeader'
import { Section } from '../../components/Section'
import { usePeople } from './people-state'
import { PeopleChoice } from './PeopleChoice'
import { ProblemList } from './ProblemList'
import styles from './reports.module.css'
import { WriteForm } from './WriteForm'

/** One report on its way: of whom, what its receiver would say, and where it is written. */
export function SendPage() {
  const { t } = useTranslation('reports')
  const { profileId = '' } = useParams()
  const profiles = useQuery(api.reports.profiles.queryOptions())
  if (profiles.isPending) return <Loading />
  if (profiles.isError) return <ErrorNotice error={profiles.error} onRetry={() => void profiles.refetch()} />
  const profile = profiles.data.find(({ id }) => id === profileId)
  if (profile === undefined) return <PageHeader backTo="/reports" title={t('title')} />
  return <Send key={profile.id} profile={profile} />
}

function Send({ profile: { id, definition } }: { readonly profile: ReceiverProfile }) {
  const { t } = useTranslation('reports')
  const navigate = useNavigate()
  const { people, list } = usePeople()
  const check = useQuery(
    api.reports.check.queryOptions({ input: { profileId: id, people }, placeholderData: keepPreviousData }),
  )
  const isOfMembers = definition.kind === 'member'
  return (
    <>
      <PageHeader backTo="/reports" title={definition.name} note={definition.source} />
      {isOfMembers && (
        <Section title={t('people')}>
          <PeopleChoice people={people} list={list} count={check.data?.rows ?? null} />
        </Section>
      )}
      <Section title={t('check')}>
        {check.isPending && <Loading />}
        {check.isError && <ErrorNotice error={check.error} onRetry={() => void check.refetch()} />}
        {check.data !== undefined && (
          <>
            <dl className={styles.figures}>
              <Figure name={t('figure.rows')} count={check.data.rows} />
              <Figure name={t('figure.errors')} count={check.data.withErrors} />
              <Figure name={t('figure.warnings')} count={check.data.withWarnings} />
            </dl>
            {check.data.problems.length === 0 && check.data.rows > 0 && (
              <Alert type="success" showIcon title={t('allGood')} />
            )}
            {check.data.problems.length > 0 && (
              <>
                <div className={styles.bar}>
                  <p className={styles.quiet}>{t(isOfMembers ? 'checkNote' : 'checkOrganisationNote')}</p>
                  {!isOfMembers && <Button onClick={() => void navigate('/settings')}>{t('toOrganisation')}</Button>}
                </div>
                <ProblemList check={check.data} />
              </>
            )}
          </>
        )}
      </Section>
      {check.data !== undefined && check.data.rows > 0 && (
        <WriteForm profileId={id} definition={definition} people={people} withErrors={check.data.withErrors} />
      )}
    </>
  )
}

function Figure({ name, count }: { readonly name: string; readonly count: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="numeric">{count}</dd>
    </div>
  )
}
