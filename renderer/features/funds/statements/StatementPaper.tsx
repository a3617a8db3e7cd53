import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import { PageHeader } from '../../../components/PageHeader'
import { PageSetup } from '../../reports/PageSetup'
import paper from '../../reports/paper.module.css'
import { PaperActions } from '../../reports/PaperActions'
import { useUnionName } from '../../reports/use-union-name'
import styles from './statement-paper.module.css'
import { StatementTable } from './StatementTable'
import { usePeriod } from './use-period'

/** The statement of income and spending 收支情况表 on paper, a page an account. */
export function StatementPaper() {
  const { t } = useTranslation(['statements', 'funds'])
  const { period, name } = usePeriod()
  const { kind, from, until } = period
  const unionName = useUnionName()
  const statement = useQuery(api.funds.statements.get.queryOptions({ input: { from, until } }))
  if (statement.isError) return <ErrorNotice error={statement.error} onRetry={() => void statement.refetch()} />
  if (statement.data === undefined) return <Loading />
  const { data } = statement
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
          className={`${paper.page} ${paper.running} ${styles.paper}`}
          aria-label={`${t('title')} ${t(`funds:account.${account.account}`)}`}
        >
          <PageSetup landscape={false} margin="14mm 14mm" />
          <h2 className={paper.title}>{t('title')}</h2>
          <p className={paper.head}>
            <span>{unionName}</span>
            <span>{t(`funds:account.${account.account}`)}</span>
            <span>{name}</span>
          </p>
          <StatementTable statement={data} account={account} isPaper />
          <p className={paper.signed}>{t('signatures')}</p>
        </article>
      ))}
    </>
  )
}
