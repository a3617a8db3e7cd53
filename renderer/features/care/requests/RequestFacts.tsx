import { Descriptions, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { RequestDetail } from '../../../../shared/contract/care/requests'
import { dayOf, daysBetween } from '../../../../shared/rules/date'
import { useDates } from '../../../components/use-dates'
import { useCodeLabel } from '../../../i18n/use-code-label'
import styles from './requests.module.css'
import { useSatisfactionText } from './use-satisfaction-text'

/** What is asked, by whom, and by when it is to be dealt with. */
export function RequestFacts({ request }: { readonly request: RequestDetail }) {
  const { t } = useTranslation('requests')
  const codeLabel = useCodeLabel()
  const dates = useDates()
  const satisfactionText = useSatisfactionText()
  const today = dayOf(new Date())
  const { memberId, name, department, isConfidential, text, dueOn, state, satisfaction, closedOn } = request
  const facts = [
    {
      key: 'who',
      label: t('who'),
      children:
        memberId !== null ? (
          <Link to={`/members/${memberId}`}>{name}</Link>
        ) : (
          (name ?? t(isConfidential && text === null ? 'hidden' : 'unnamed'))
        ),
    },
    { key: 'department', label: t('department'), children: department },
    { key: 'receivedOn', label: t('receivedOn'), children: dates.longDay(request.receivedOn) },
    { key: 'channel', label: t('channel.label'), children: t(`channel.${request.channel}`) },
    { key: 'kind', label: t('kind.label'), children: t(`kind.${request.kind}`) },
    { key: 'topic', label: t('topic'), children: codeLabel(request.topic) },
    { key: 'urgency', label: t('urgency.label'), children: t(`urgency.${request.urgency}`) },
    {
      key: 'dueOn',
      label: t('dueOn'),
      children: dueOn !== null && (
        <>
          {dates.longDay(dueOn)}{' '}
          {state !== 'closed' && dueOn < today && (
            <Tag color="error">{t('overdueDays', { count: daysBetween(dueOn, today) })}</Tag>
          )}
        </>
      ),
    },
    { key: 'owner', label: t('owner'), children: request.owner },
    {
      key: 'satisfaction',
      label: t('satisfaction.label'),
      children: satisfaction !== null && satisfactionText(satisfaction),
    },
    { key: 'closedOn', label: t('closedOn'), children: closedOn !== null && dates.longDay(closedOn) },
    {
      key: 'text',
      label: t('text'),
      span: 'filled' as const,
      children: text !== null && text !== '' && <p className={styles.text}>{text}</p>,
    },
  ]
  return (
    <Descriptions
      className={styles.facts ?? ''}
      bordered
      size="small"
      column={{ xs: 1, lg: 2 }}
      items={facts.filter(({ children }) => children !== null && children !== false)}
    />
  )
}
