import { useQuery } from '@tanstack/react-query'
import { Button, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import type { ImportRecord } from '../../../shared/contract/roster'
import { rosterImportIdSchema } from '../../../shared/model/id'
import { LOCAL_ACTOR } from '../../../shared/sync/change'
import { api } from '../../client'
import { ErrorNotice } from '../../components/ErrorNotice'
import { Loading } from '../../components/Loading'
import { PageHeader } from '../../components/PageHeader'
import { Section } from '../../components/Section'
import { useDates } from '../../components/use-dates'
import { UndoButton } from '../batches/UndoButton'
import { useRosterTexts } from './use-roster-texts'
import styles from './roster.module.css'

/** One import long after: what it did, and how its file was read. */
export function PastImportPage() {
  const id = rosterImportIdSchema.parse(useParams()['importId'])
  const { t } = useTranslation(['roster', 'members', 'common'])
  const dates = useDates()
  const navigate = useNavigate()
  const record = useQuery(api.roster.importRecord.queryOptions({ input: { id } }))
  if (record.isPending) return <Loading />
  if (record.isError) {
    return (
      <>
        <PageHeader title={t('past.title')} backTo="/roster/imports" />
        <ErrorNotice error={record.error} onRetry={() => void record.refetch()} />
      </>
    )
  }
  const { fileName, at, actor, rows, undoneAt } = record.data
  return (
    <>
      <PageHeader
        backTo="/roster/imports"
        title={fileName}
        note={[
          dates.moment(at),
          actor === LOCAL_ACTOR ? t('members:thisPc') : actor,
          ...(undoneAt === null ? [] : [t('past.undoneAt', { at: dates.moment(undoneAt) })]),
        ].join(t('common:dot'))}
        actions={
          undoneAt === null &&
          rows > 0 && (
            <Button onClick={() => void navigate(`/roster/${id}`)}>{t('past.toRowsLeft', { count: rows })}</Button>
          )
        }
      />
      <Commits record={record.data} />
      <Answers record={record.data} />
      <Mapping record={record.data} />
    </>
  )
}

function Commits({ record: { commits } }: { readonly record: ImportRecord }) {
  const { t } = useTranslation('roster')
  return (
    <Section title={t('past.did')}>
      <ul className={styles.imports}>
        {commits.map((commit) => (
          <Commit key={commit.batchId} commit={commit} />
        ))}
      </ul>
    </Section>
  )
}

function Commit({ commit }: { readonly commit: ImportRecord['commits'][number] }) {
  const { t } = useTranslation('roster')
  const dates = useDates()
  const { batchId, added, changed, same, leftOut, at, undoneAt } = commit
  const batch = useQuery(api.batches.get.queryOptions({ input: { id: batchId } }))
  const list = (show: string) => `/log/${batchId}?show=${show}`
  return (
    <li>
      <span className={styles.grow}>
        <span className="numeric">{dates.moment(at)}</span>
        <span className={styles.bar}>
          {added > 0 ? (
            <Link to={list('added')}>{t('past.addedCount', { count: added })}</Link>
          ) : (
            t('past.addedCount', { count: 0 })
          )}
          {changed > 0 ? (
            <Link to={list('changed')}>{t('past.changedCount', { count: changed })}</Link>
          ) : (
            t('past.changedCount', { count: 0 })
          )}
          <span>{t('past.sameCount', { count: same })}</span>
          <span>{t('past.leftOutCount', { count: leftOut })}</span>
        </span>
        {undoneAt !== null && (
          <span className={styles.quiet}>{t('past.undoneAt', { at: dates.moment(undoneAt) })}</span>
        )}
      </span>
      {batch.data !== undefined && batch.data.undoneBy !== null && (
        <Link to={`/log/${batch.data.undoneBy}`}>{t('past.seeUndo')}</Link>
      )}
      {batch.data !== undefined && <UndoButton batch={batch.data} />}
    </li>
  )
}

/** What a person said of values and columns. */
function Answers({ record: { answers, choices } }: { readonly record: ImportRecord }) {
  const { t } = useTranslation(['roster', 'fields'])
  const texts = useRosterTexts()
  const { withheld, clearing } = choices
  if (answers.length + withheld.length + clearing.length === 0) return null
  return (
    <Section title={t('past.answers')}>
      <ul className={styles.skipped}>
        {answers.map(({ field, raw, value }) => (
          <li key={`${field} ${raw}`}>
            {t('past.answer', { field: t(`fields:member.${field}`), raw, value: texts.shown(field, value) })}
          </li>
        ))}
        {withheld.map((field) => (
          <li key={`withheld ${field}`}>{t('past.withheld', { field: t(`fields:member.${field}`) })}</li>
        ))}
        {clearing.map((field) => (
          <li key={`clearing ${field}`}>{t('past.clearing', { field: t(`fields:member.${field}`) })}</li>
        ))}
      </ul>
    </Section>
  )
}

/** Which column was read as what. */
function Mapping({ record: { sheets } }: { readonly record: ImportRecord }) {
  const { t } = useTranslation(['roster', 'fields'])
  const texts = useRosterTexts()
  return sheets.map(({ name, columns }) => (
    <Section key={name} title={t('past.mapping', { sheet: texts.sheetName(name) })}>
      <Table
        size="small"
        rowKey="letter"
        pagination={false}
        dataSource={columns}
        scroll={{ x: 480 }}
        columns={[
          { title: t('column.letter'), dataIndex: 'letter', width: 80 },
          {
            title: t('column.heading'),
            render: (_, { heading }) => (heading === '' ? t('column.noHeading') : heading),
          },
          {
            title: t('column.field'),
            render: (_, { field }) =>
              field === null ? <span className={styles.quiet}>{t('notImported')}</span> : t(`fields:member.${field}`),
          },
        ]}
      />
    </Section>
  ))
}
