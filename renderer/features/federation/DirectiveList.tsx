import { useQuery } from '@tanstack/react-query'
import { Button, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { ReceivedDirective } from '../../../shared/contract/federation/directives'
import { dayOf } from '../../../shared/rules/date'
import { api } from '../../client'
import { PagedTable } from '../../components/PagedTable'
import { usePage } from '../../components/use-page'
import { EmptyState } from '../../components/EmptyState'
import { useDates } from '../../components/use-dates'
import { DirectiveDialog } from './DirectiveDialog'
import { FileStateTag } from './FileStateTag'
import styles from './federation.module.css'
import { useAskText } from './use-ask-text'
import { followed } from './followed'

/** How often to look how far a file has come. */
const SENDING_INTERVAL = 2_000

/** What the union above sent down, those that wait for an answer first. */
export function DirectiveList() {
  const { t } = useTranslation('directives')
  const dates = useDates()
  const askText = useAskText()
  const page = usePage()
  const [params, setParams] = useSearchParams()
  const list = useQuery(
    api.federation.directives.list.queryOptions({
      input: page.input,
      ...followed,
      refetchInterval: ({ state: { data } }) =>
        data?.rows.some(({ answer }) => answer?.file?.state === 'waiting') === true
          ? SENDING_INTERVAL
          : followed.refetchInterval,
    }),
  )
  const shown = list.data?.rows.find(({ id }) => id === params.get('directive'))
  const today = dayOf(new Date())

  function stateOf({ withdrawnAt, answer, dueOn }: ReceivedDirective) {
    if (withdrawnAt !== null) return <Tag>{t('state.withdrawn')}</Tag>
    if (answer !== null) {
      return (
        <>
          <Tag color="success">{t('state.answered', { date: dates.longDay(answer.answeredOn) })}</Tag>
          {answer.file !== null && <FileStateTag file={answer.file} />}
        </>
      )
    }
    return dueOn !== null && dueOn < today ? (
      <Tag color="error">{t('state.overdue')}</Tag>
    ) : (
      <Tag color="warning">{t('state.open')}</Tag>
    )
  }

  return (
    <section className={styles.panel}>
      <h2>{t('title')}</h2>
      <PagedTable
        list={list}
        page={page}
        empty={<EmptyState title={t('none')} text={t('noneText')} />}
        columns={[
          { title: t('column.title'), render: (_, { title }) => title },
          { title: t('column.asks'), render: (_, directive) => askText(directive) },
          {
            title: t('column.dueOn'),
            render: (_, { dueOn }) => (dueOn === null ? t('noDue') : dates.longDay(dueOn)),
          },
          { title: t('column.state'), render: (_, directive) => stateOf(directive) },
          {
            key: 'act',
            render: (_, directive) => (
              <Button type="link" size="small" onClick={() => setParams({ directive: directive.id })}>
                {directive.answer === null && directive.withdrawnAt === null ? t('answer') : t('open')}
              </Button>
            ),
          },
        ]}
      />
      {shown !== undefined && (
        <DirectiveDialog key={shown.id} directive={shown} onClose={() => setParams({}, { replace: true })} />
      )}
    </section>
  )
}
