import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import type { RequestDetail } from '../../../../shared/contract/care/requests'
import { requestIdSchema, type RequestId } from '../../../../shared/model/id'
import { dayOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import { PageHeader } from '../../../components/PageHeader'
import { useCodeLabel } from '../../../i18n/use-code-label'
import { SensitiveGate } from '../../access/SensitiveGate'
import { PageSetup } from '../../reports/PageSetup'
import paper from '../../reports/paper.module.css'
import { PaperActions } from '../../reports/PaperActions'
import { useUnionName } from '../../reports/use-union-name'
import styles from './requests.module.css'
import { useSatisfactionText } from './use-satisfaction-text'

/** The work order 诉求办理单 of one request on paper. */
export function RequestPaper() {
  const { t } = useTranslation('requests')
  const id = requestIdSchema.parse(useParams()['id'])
  const request = useQuery(api.care.requests.get.queryOptions({ input: { id } }))
  if (request.isError) return <ErrorNotice error={request.error} onRetry={() => void request.refetch()} />
  if (request.isPending) return <Loading />
  const { isConfidential } = request.data
  return (
    <>
      <div className="screen-only">
        <PageHeader
          backTo={`/care/requests/${id}`}
          title={t('paper.title')}
          actions={<PaperActions paper="requestOrder" count={1} name={t('paper.title')} landscape={false} />}
        />
      </div>
      {isConfidential ? (
        <SensitiveGate masked={<p>{t('hidden')}</p>}>
          <RevealedOrder id={id} />
        </SensitiveGate>
      ) : (
        <Order request={request.data} />
      )}
    </>
  )
}

function RevealedOrder({ id }: { readonly id: RequestId }) {
  const request = useQuery(api.care.requests.reveal.queryOptions({ input: { id }, gcTime: 0 }))
  if (request.isError) return <ErrorNotice error={request.error} onRetry={() => void request.refetch()} />
  return request.isPending ? <Loading /> : <Order request={request.data} />
}

function Order({ request }: { readonly request: RequestDetail }) {
  const { t } = useTranslation('requests')
  const codeLabel = useCodeLabel()
  const unionName = useUnionName()
  const satisfactionText = useSatisfactionText()
  const { name, department, receivedOn, channel, kind, topic, urgency, owner, dueOn, title, text, events } = request
  const ofKind = (...kinds: RequestDetail['events'][number]['kind'][]) =>
    events.filter((event) => kinds.includes(event.kind))
  const said = (...kinds: RequestDetail['events'][number]['kind'][]) =>
    ofKind(...kinds)
      .map((event) =>
        [event.on, t(`step.${event.kind}`), event.text, event.by].filter((part) => part !== null).join(' '),
      )
      .join('\n')
  return (
    <article className={`${paper.page} ${paper.running} ${styles.paper}`} aria-label={t('paper.title')}>
      <PageSetup landscape={false} margin="14mm 16mm" />
      <h2 className={paper.title}>{t('paper.title')}</h2>
      <p className={paper.head}>
        <span>{unionName}</span>
        <span>{t('paper.printedOn', { day: dayOf(new Date()) })}</span>
      </p>
      <table>
        <tbody>
          <tr>
            <th>{t('who')}</th>
            <td>{name ?? t('unnamed')}</td>
            <th>{t('department')}</th>
            <td>{department}</td>
          </tr>
          <tr>
            <th>{t('receivedOn')}</th>
            <td>{receivedOn}</td>
            <th>{t('channel.label')}</th>
            <td>{t(`channel.${channel}`)}</td>
          </tr>
          <tr>
            <th>{t('kind.label')}</th>
            <td>{t(`kind.${kind}`)}</td>
            <th>{t('topic')}</th>
            <td>{codeLabel(topic)}</td>
          </tr>
          <tr>
            <th>{t('urgency.label')}</th>
            <td>{t(`urgency.${urgency}`)}</td>
            <th>{t('dueOn')}</th>
            <td>{dueOn}</td>
          </tr>
          <tr>
            <th>{t('title')}</th>
            <td colSpan={3}>{title}</td>
          </tr>
          <tr>
            <th className={styles.tall}>{t('text')}</th>
            <td colSpan={3}>{text}</td>
          </tr>
          <tr>
            <th className={styles.tall}>{t('paper.handling')}</th>
            <td colSpan={3}>{said('accepted', 'assigned', 'progress', 'urged', 'reopened')}</td>
          </tr>
          <tr>
            <th className={styles.tall}>{t('paper.reply')}</th>
            <td colSpan={3}>{said('replied')}</td>
          </tr>
          <tr>
            <th className={styles.tall}>{t('paper.callBack')}</th>
            <td colSpan={3}>
              {request.satisfaction !== null && (
                <p>{t('paper.satisfied', { text: satisfactionText(request.satisfaction) })}</p>
              )}
              {said('calledBack', 'closed')}
            </td>
          </tr>
          <tr>
            <th>{t('owner')}</th>
            <td>{owner}</td>
            <th>{t('state.label')}</th>
            <td>{t(`state.${request.state}`)}</td>
          </tr>
          <tr>
            <th className={styles.sign}>{t('paper.opinion')}</th>
            <td className={styles.sign} colSpan={3}>
              {t('paper.sign')}
            </td>
          </tr>
        </tbody>
      </table>
    </article>
  )
}
