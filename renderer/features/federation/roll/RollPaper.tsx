import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { ROLL_PRINTED_MAX, rollKindSchema } from '../../../../shared/contract/federation/roll'
import { api, client } from '../../../client'
import { allRows } from '../../../components/data-grid'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { PageHeader } from '../../../components/PageHeader'
import { useDates } from '../../../components/use-dates'
import statement from '../../dues/payments/statement.module.css'
import { PageSetup } from '../../reports/PageSetup'
import paper from '../../reports/paper.module.css'
import { PaperActions } from '../../reports/PaperActions'
import { useUnionName } from '../../reports/use-union-name'
import { useRollTexts } from './use-roll-texts'

/** The members in whom the rolls differ in one way, on paper. */
export function RollPaper() {
  const { t } = useTranslation(['roll', 'fields'])
  const kind = rollKindSchema.catch('different').parse(useParams()['kind'])
  const dates = useDates()
  const texts = useRollTexts()
  const unionName = useUnionName()
  const last = useQuery(api.federation.roll.last.queryOptions())
  const count = last.data?.[kind] ?? 0
  const rows = useQuery({
    queryKey: [...api.federation.roll.list.key(), 'all', kind],
    queryFn: () => allRows((page) => client.federation.roll.list({ kind, ...page })),
    enabled: count > 0 && count <= ROLL_PRINTED_MAX,
  })
  const title = t('paperTitle', { kind: t(`kind.${kind}`) })
  return (
    <>
      <div className="screen-only">
        <PageHeader
          backTo="/federation?tab=roll"
          title={title}
          actions={
            rows.data !== undefined && <PaperActions paper="roll" count={rows.data.length} name={title} landscape />
          }
        />
        {rows.error !== null && <ErrorNotice error={rows.error} />}
        {count > ROLL_PRINTED_MAX && <EmptyState title={t('tooMany', { count })} />}
      </div>
      {rows.data !== undefined && (
        <article className={`${paper.page} ${paper.landscape} ${paper.running} ${statement.paper}`} aria-label={title}>
          <PageSetup landscape margin="12mm" />
          <h2 className={paper.title}>{title}</h2>
          <p className={paper.head}>
            <span>{unionName}</span>
            {last.data !== undefined && last.data !== null && (
              <span>{t('at', { at: dates.moment(last.data.at) })}</span>
            )}
          </p>
          <table>
            <thead>
              <tr>
                <th>{t('fields:member.name')}</th>
                <th>{t('fields:member.department')}</th>
                {kind === 'different' && <th>{t('column.differences')}</th>}
                <th>{t('column.next')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.data.map((line) => (
                <tr key={line.memberId}>
                  <td>{line.name}</td>
                  <td>{line.department}</td>
                  {kind === 'different' && <td>{texts.differences(line)}</td>}
                  <td>{texts.next(line)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </article>
      )}
    </>
  )
}
