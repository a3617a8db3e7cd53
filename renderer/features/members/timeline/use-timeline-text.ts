import { useTranslation } from 'react-i18next'
import type { TimelineEntry } from '../../../../shared/contract/member-timeline'
import { attendanceSchema } from '../../../../shared/model/activity'
import { membershipEventTypeSchema } from '../../../../shared/model/membership'
import { fenSchema } from '../../../../shared/model/money'
import { teamRoleKindSchema } from '../../../../shared/model/team'
import { partText, statisticsWords } from '../../../../shared/rules/statistics/words'
import { formatYuan } from '../../../components/yuan'
import { useCodeLabel } from '../../../i18n/use-code-label'
import { useLanguage } from '../../../i18n/use-language'

const attendedKeys = { present: 'attended', absent: 'missed', signedUp: 'signedUp' } as const

/** What an entry of a timeline says, as a sentence without its date. */
export function useTimelineText(): (entry: TimelineEntry) => string {
  const { t } = useTranslation(['timeline', 'fields'])
  const codeLabel = useCodeLabel()
  const [language] = useLanguage()
  const kindText = (kind: string) => partText(statisticsWords[language], 'giftTimes', kind)

  return ({ kind, what, detail, amount, charged }) => {
    const title = what ?? ''
    const yuan = (fen: TimelineEntry['amount']) => formatYuan(fen ?? fenSchema.parse(0))
    switch (kind) {
      case 'membership': {
        const type = membershipEventTypeSchema.safeParse(what)
        const name = type.success ? t(`fields:event.${type.data}`) : title
        return detail === null ? name : `${name}：${codeLabel(detail)}`
      }
      case 'post':
        return detail === null
          ? t('sentence.post', { what: codeLabel(title) })
          : t('sentence.postIn', { what: codeLabel(title), unit: detail })
      case 'delegate':
        return detail === null ? t('sentence.delegate') : t('sentence.delegateOf', { term: detail })
      case 'team': {
        const role = teamRoleKindSchema.safeParse(what)
        return role.success ? t(`team.${role.data}`) : title
      }
      case 'activity':
      case 'training': {
        const attendance = attendanceSchema.catch('signedUp').parse(detail)
        return t(`sentence.${attendedKeys[attendance]}`, { title })
      }
      case 'dues':
        return t('sentence.dues', { charged: yuan(charged), paid: yuan(amount) })
      case 'gift':
        return what === null
          ? t('sentence.giftHidden', { amount: yuan(amount) })
          : t('sentence.gift', {
              kind: [kindText(what), ...((detail ?? '') ? [detail] : [])].join(' '),
              amount: yuan(amount),
            })
      case 'request':
        return t('sentence.request', { title })
      case 'service':
        if (what === 'legal') return t('sentence.legal', { kind: kindText(detail ?? '') })
        if (what === 'mutualAid') return t('sentence.mutualAid', { plan: detail ?? '' })
        return detail === 'missed' ? t('sentence.checkupMissed') : t('sentence.checkup')
      case 'honour':
        return [codeLabel(title), ...(detail === null ? [] : [codeLabel(detail)])].join(' · ')
      case 'article':
        return t('sentence.article', { title })
      case 'hardship':
        return t('sentence.hardship')
    }
  }
}
