import { useQuery } from '@tanstack/react-query'
import { Button, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import panel from '../../../components/panel.module.css'
import { ProgressDialog } from '../../../components/ProgressDialog'
import { Section } from '../../../components/Section'
import { PeriodChoice } from './PeriodChoice'
import { StatementTable } from './StatementTable'
import { usePeriod } from './use-period'
import { useStatementExport } from './use-statement-export'

/** Income and spending of a year, quarter or month, as a table, a workbook or on paper. */
export function StatementPanel() {
  const { t } = useTranslation(['statements', 'funds', 'common'])
  const navigate = useNavigate()
  const { period } = usePeriod()
  const { kind, from, until } = period
  const statement = useQuery(api.funds.statements.get.queryOptions({ input: { from, until } }))
  const { save, progress, error } = useStatementExport()
  return (
    <div className={panel.fill}>
      <div className={panel.spread}>
        <PeriodChoice />
        <div className={panel.bar}>
          <Button onClick={() => void navigate(`/funds/audit/${from.slice(0, 4)}`)}>{t('audit')}</Button>
          <Button onClick={() => void navigate(`/funds/statement?period=${kind}&from=${from}`)}>
            {t('common:print')}
          </Button>
          <Button onClick={() => void save({ of: 'statement', from, until })}>{t('export')}</Button>
        </div>
      </div>
      {error !== null && <ErrorNotice error={error} />}
      {statement.isError && <ErrorNotice error={statement.error} onRetry={() => void statement.refetch()} />}
      {statement.isPending && <Loading />}
      {statement.data !== undefined && (
        <>
          <p className={panel.quiet}>
            {statement.data.isClosed ? <Tag color="success">{t('closed')}</Tag> : <Tag>{t('open')}</Tag>}
            {t('hint')}
          </p>
          {statement.data.accounts.toReversed().map((account) => (
            <Section key={account.account} title={t(`funds:account.${account.account}`)}>
              <StatementTable statement={statement.data} account={account} />
            </Section>
          ))}
        </>
      )}
      <ProgressDialog title={t('exporting')} progress={progress} />
    </div>
  )
}
