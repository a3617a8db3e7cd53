import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import { PageHeader } from '../../../components/PageHeader'
import { PageSetup } from '../../reports/PageSetup'
import { PaperActions } from '../../reports/PaperActions'
import styles from './statement-paper.module.css'
import { StatementTable } from './StatementTable'
import { usePeriod } from './use-period'

/** The statement of income and spending 收支情况表 on paper, a page an account. */
export function StatementPaper() {
  const { t } = useTranslation(['statements', 'funds'])
  const { period, name } = usePeriod()
  const { kind, from, until } = period
  const statement = useQuery(api.funds.statements.get.queryOptions({ input: { from, until } }))
  const access = useQuery(api.access.state.queryOptions())
  if (statement.isError) return <ErrorNotice error={statement.error} onRetry={() => void statement.refetch()} />
  if (statement.data === undefined) return <Loading />
  const { data } = statement
  const unionName = access.data?.state === 'open' ? access.data.branch.unionName : ''
  return (
    <>
      <div className="screen-only">
        <PageHeader
          backTo={`/funds?tab=statements&period=${kind}&from=${from}`}
          title={t('title')}
          note={name}
          actions={<PaperActions paper="fundStatement" count={0} name={`${t('title')}-${name}`} landscape={false} />}
        />
      </div>
      {data.accounts.toReversed().map((account) => (
        <article
          key={account.account}
          className={styles.paper}
          aria-label={`${t('title')} ${t(`funds:account.${account.account}`)}`}
        >
          <PageSetup landscape={false} margin="14mm 14mm" />
          <h2>{t('title')}</h2>
          <p className={styles.head}>
            <span>{unionName}</span>
            <span>{t(`funds:account.${account.account}`)}</span>
            <span>{name}</span>
          </p>
          <StatementTable statement={data} account={account} isPaper />
          <p className={styles.sign}>{t('signatures')}</p>
        </article>
      ))}
    </>
  )
}
