import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '../../components/ErrorNotice'
import { Loading } from '../../components/Loading'
import { PageHeader } from '../../components/PageHeader'
import { DirectiveList } from './DirectiveList'
import { EnrolForm } from './EnrolForm'
import { Enrolment } from './Enrolment'
import styles from './federation.module.css'
import { useFederationState } from './use-federation-state'

/** The branch's link with the union above: set it up, see how it stands. */
export function FederationPage() {
  const { t } = useTranslation('federation')
  const { data, error, refetch } = useFederationState()
  return (
    <>
      <PageHeader title={t('title')} note={t('intro')} />
      {error !== null ? (
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <Loading />
      ) : data.state === 'notEnrolled' ? (
        <EnrolForm />
      ) : (
        <div className={styles.stack}>
          <Enrolment state={data} />
          <DirectiveList />
        </div>
      )}
    </>
  )
}
