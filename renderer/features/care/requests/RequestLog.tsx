import { useTranslation } from 'react-i18next'
import type { RequestDetail } from '../../../../shared/contract/care/requests'
import { Section } from '../../../components/Section'
import panel from '../../../components/panel.module.css'
import styles from './requests.module.css'

/** What happened to a request, step by step. */
export function RequestLog({ request }: { readonly request: RequestDetail }) {
  const { t } = useTranslation('requests')
  const { receivedOn, channel, events } = request
  return (
    <Section title={t('log')}>
      <ol className={styles.log}>
        <li>
          <span className="numeric">{receivedOn}</span>
          <strong>{t('received')}</strong>
          <span>{t(`channel.${channel}`)}</span>
        </li>
        {events.map((event) => (
          <li key={event.id}>
            <span className="numeric">{event.on}</span>
            <strong>{t(`step.${event.kind}`)}</strong>
            <span className={styles.text}>{event.text}</span>
            <span className={panel.quiet}>{event.by}</span>
          </li>
        ))}
      </ol>
    </Section>
  )
}
