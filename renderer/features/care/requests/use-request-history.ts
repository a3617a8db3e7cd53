import { useTranslation } from 'react-i18next'
import { requestChannelSchema, requestKindSchema, requestUrgencySchema } from '../../../../shared/model/request'
import { useCodeLabel } from '../../../i18n/use-code-label'
import { useSatisfactionText } from './use-satisfaction-text'

/** Fields and values of a request as the history of a member names them. */
export function useRequestHistory() {
  const { t } = useTranslation('requests')
  const codeLabel = useCodeLabel()
  const satisfactionText = useSatisfactionText()
  const names: Readonly<Record<string, string>> = {
    kind: t('kind.label'),
    topic: t('topic'),
    urgency: t('urgency.label'),
    channel: t('channel.label'),
    receivedOn: t('receivedOn'),
    title: t('title'),
    text: t('text'),
    owner: t('owner'),
    dueOn: t('dueOn'),
    satisfaction: t('satisfaction.label'),
  }

  function value(field: string, raw: string): string {
    const kind = requestKindSchema.safeParse(raw)
    const urgency = requestUrgencySchema.safeParse(raw)
    const channel = requestChannelSchema.safeParse(raw)
    if (field === 'kind' && kind.success) return t(`kind.${kind.data}`)
    if (field === 'urgency' && urgency.success) return t(`urgency.${urgency.data}`)
    if (field === 'channel' && channel.success) return t(`channel.${channel.data}`)
    if (field === 'satisfaction') return satisfactionText(Number(raw))
    return field === 'topic' ? codeLabel(raw) : raw
  }

  return { fieldName: (field: string) => names[field] ?? null, value }
}
