import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { officerRosterSchema, type OfficerRoster } from '../../../../shared/contract/officers/rosters'
import { api, client } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import { PageHeader } from '../../../components/PageHeader'
import { ProgressDialog } from '../../../components/ProgressDialog'
import { useSave } from '../../../components/use-save'
import { useLanguage } from '../../../i18n/use-language'
import { PageSetup } from '../../reports/PageSetup'
import paper from '../../reports/paper.module.css'
import { PaperActions } from '../../reports/PaperActions'
import { useUnionName } from '../../reports/use-union-name'
import styles from '../officers.module.css'

/** Where a list is opened from. */
function originOf(roster: OfficerRoster): string {
  switch (roster.of) {
    case 'committee':
      return `/officers/committees/${roster.committeeId}`
    case 'delegates':
      return `/officers?tab=delegates&committee=${roster.committeeId}`
    case 'team':
    case 'service':
      return '/officers?tab=team'
    case 'training':
    case 'providers':
    case 'articles':
      return `/officers?tab=${roster.of}`
  }
}

/** A list 名册 as it will be printed, and as a workbook. */
export function RosterPaper() {
  const [params] = useSearchParams()
  const roster = officerRosterSchema.safeParse({ kind: null, ...Object.fromEntries(params) })
  return <Paper roster={roster.data ?? { of: 'team', kind: null }} />
}

function Paper({ roster }: { readonly roster: OfficerRoster }) {
  const { t } = useTranslation('officers')
  const [language] = useLanguage()
  const unionName = useUnionName()
  const { save, progress, error } = useSave()
  const sheet = useQuery(api.officers.rosters.get.queryOptions({ input: { roster, language } }))
  if (sheet.isPending) return <Loading />
  if (sheet.isError) return <ErrorNotice error={sheet.error} onRetry={() => void sheet.refetch()} />
  const { title, lines, columns, rows } = sheet.data
  const width = columns.reduce((sum, column) => sum + column.width, 0)
  return (
    <>
      <div className="screen-only">
        <PageHeader
          backTo={originOf(roster)}
          title={title}
          actions={
            <>
              <Button
                onClick={() =>
                  void save(
                    (options) => client.officers.rosters.export({ roster, language }, options),
                    ({ fileName }) => t('roster.saved', { name: fileName }),
                  )
                }
              >
                {t('roster.save')}
              </Button>
              <PaperActions paper="officerRoster" count={rows.length} name={title} landscape />
            </>
          }
        />
        {error !== null && <ErrorNotice error={error} />}
      </div>
      <article className={`${paper.page} ${paper.landscape} ${paper.running} ${styles.paper}`} aria-label={title}>
        <PageSetup landscape margin="12mm 14mm" />
        <h2 className={paper.title}>{title}</h2>
        <p className={paper.head}>
          <span>{unionName}</span>
          {lines.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </p>
        <table>
          <colgroup>
            {columns.map(({ heading, width: share }) => (
              <col key={heading} style={{ width: `${(100 * share) / width}%` }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {columns.map(({ heading }) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row[0]}>
                {row.map((value, place) => (
                  <td key={columns[place]?.heading}>{value}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {rows.length === 0 && <p>{t('roster.empty')}</p>}
      </article>
      <ProgressDialog title={t('roster.save')} progress={progress} />
    </>
  )
}
