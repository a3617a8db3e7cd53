import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../client'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { Loading } from '../../components/Loading'
import { PageHeader } from '../../components/PageHeader'
import { ArrangeForm } from './ArrangeForm'

/** Units from the departments that the members' records name. */
export function ArrangePage() {
  const { t } = useTranslation('organisation')
  const proposal = useQuery({ ...api.organisation.proposal.queryOptions(), refetchOnMount: 'always', gcTime: 0 })
  const tree = useQuery(api.organisation.tree.queryOptions())
  return (
    <>
      <PageHeader title={t('arrange.title')} note={t('arrange.note')} backTo="/organisation" />
      {(proposal.isPending || tree.isPending) && <Loading />}
      {proposal.isError && <ErrorNotice error={proposal.error} onRetry={() => void proposal.refetch()} />}
      {tree.isError && <ErrorNotice error={tree.error} onRetry={() => void tree.refetch()} />}
      {proposal.data?.length === 0 && <EmptyState title={t('arrange.nothing')} text={t('arrange.nothingText')} />}
      {proposal.data !== undefined && proposal.data.length > 0 && tree.data !== undefined && (
        <ArrangeForm key={proposal.dataUpdatedAt} proposals={proposal.data} units={tree.data.units} />
      )}
    </>
  )
}
