import { useTranslation } from 'react-i18next'
import type { Suggestion } from '../../../shared/model/insights'
import { useDates } from '../../components/use-dates'
import { useCodeLabel } from '../../i18n/use-code-label'
import { useInsightTexts } from './use-insight-texts'

/** The sentence of a suggestion, with all figures that it rests on. */
export function useSuggestionText(): (suggestion: Suggestion) => string {
  const { t } = useTranslation('insights')
  const texts = useInsightTexts()
  const dates = useDates()
  const codeLabel = useCodeLabel()
  return (found) => {
    switch (found.kind) {
      case 'groupUnreached':
        return t('say.groupUnreached', {
          group: texts.group(found.by, found.value),
          members: found.members,
          never: found.never,
          share: texts.share(found.never, found.members),
          all: texts.share(found.allNever, found.allMembers),
        })
      case 'newcomersUnreached':
        return t('say.newcomersUnreached', found)
      case 'neverSignedUp':
        return t('say.neverSignedUp', found)
      case 'typeInDemand':
        return t('say.typeInDemand', {
          ...found,
          type: texts.type(found.type),
          otherType: texts.type(found.otherType),
        })
      case 'staysAway':
        return t('say.staysAway', {
          ...found,
          type: texts.type(found.type),
          share: texts.share(found.missed, found.signedUp),
        })
      case 'sexGap':
        return t('say.sexGap', {
          lower: texts.group('sex', found.lower),
          lowerShare: texts.share(found.lowerCame, found.lowerMembers),
          lowerCame: found.lowerCame,
          lowerMembers: found.lowerMembers,
          higher: texts.group('sex', found.lower === '女' ? '男' : '女'),
          higherShare: texts.share(found.higherCame, found.higherMembers),
          higherCame: found.higherCame,
          higherMembers: found.higherMembers,
        })
      case 'topicRise':
        return found.count === null || found.monthTotal === null
          ? t('say.topicRiseHidden', { topic: codeLabel(found.topic), month: dates.month(found.month) })
          : t('say.topicRise', {
              topic: codeLabel(found.topic),
              month: dates.month(found.month),
              count: found.count,
              monthTotal: found.monthTotal,
            })
      case 'birthdaysWithoutGift':
        return t('say.birthdaysWithoutGift', { ...found, until: dates.month(found.until) })
      case 'records':
        return t('say.records', { ...found, mostly: t(`fault.${found.mostly}`) })
      case 'overdueRequests':
        return t('say.overdueRequests', found)
    }
  }
}
