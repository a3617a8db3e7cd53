import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { timelineKindSchema } from '../../../../shared/contract/member-timeline'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import { PageHeader } from '../../../components/PageHeader'
import { PageSetup } from '../../reports/PageSetup'
import paper from '../../reports/paper.module.css'
import { PaperActions } from '../../reports/PaperActions'
import { useUnionName } from '../../reports/use-union-name'
import { useMemberId } from '../use-member-id'
import styles from './timeline.module.css'
import { TimelineYears } from './TimelineYears'

/** As much of a life as goes on paper; more than anybody has. */
const LINES_MAX = 500

/** A member's life in the union on paper. */
export function TimelinePaper() {
  const { t } = useTranslation('timeline')
  const id = useMemberId()
  const [params] = useSearchParams()
  const kinds = (params.get('kinds') ?? '').split(',').flatMap((name) => {
    const kind = timelineKindSchema.safeParse(name)
    return kind.success ? [kind.data] : []
  })
  const unionName = useUnionName()
  const record = useQuery(api.members.get.queryOptions({ input: { id } }))
  const timeline = useQuery(api.members.timeline.queryOptions({ input: { id, kinds, offset: 0, limit: LINES_MAX } }))
  const error = record.error ?? timeline.error
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void timeline.refetch()} />
  if (record.data === undefined || timeline.data === undefined) return <Loading />
  const { member } = record.data
  return (
    <>
      <div className="screen-only">
        <PageHeader
          backTo={`/members/${id}?tab=timeline`}
          title={t('paper')}
          note={member.name}
          actions={
            <PaperActions paper="memberTimeline" count={1} name={`${t('paper')}-${member.name}`} landscape={false} />
          }
        />
      </div>
      <PageSetup landscape={false} margin="14mm 14mm" />
      <article className={`${paper.page} ${paper.running} ${styles.paper}`} aria-label={t('paper')}>
        <h2 className={paper.title}>{t('title')}</h2>
        <p className={paper.head}>
          <span>{unionName}</span>
          <span>{member.name}</span>
          <span>{member.department}</span>
        </p>
        <TimelineYears memberId={id} entries={timeline.data.rows} isPaper />
      </article>
    </>
  )
}
