import { useTranslation } from 'react-i18next'
import type { ConflictCase } from '../../../../shared/contract/federation/conflicts'
import { memberIdSchema } from '../../../../shared/model/id'
import type { Moment } from '../../../../shared/model/date'
import { dayOf, daysBetween } from '../../../../shared/rules/date'
import { useDates } from '../../../components/use-dates'
import { useHistoryTexts } from '../../members/use-history-texts'

/** Days after which the day of the week alone would not say when. */
const A_WEEK = 7

/** Cases as people of the branch would say them. */
export function useConflictTexts() {
  const { t } = useTranslation(['conflicts', 'batches'])
  const dates = useDates()
  const texts = useHistoryTexts()

  /** 今天, 周二, or the day; nothing where it is not known. */
  function when(moment: Moment | null): string {
    if (moment === null) return ''
    const day = dayOf(new Date(moment))
    const ago = daysBetween(day, dayOf(new Date()))
    if (ago === 0) return t('today')
    if (ago === 1) return t('yesterday')
    return ago > 1 && ago < A_WEEK ? dates.weekday(day) : t('onDay', { day })
  }

  const fieldName = ({ table }: ConflictCase, field: string) => texts.fieldName(table, field) ?? field
  const value = ({ table }: ConflictCase, field: string, raw: string | null) =>
    raw === null || raw === '' ? t('empty') : texts.value(table, field, raw)
  const whose = (found: ConflictCase) => {
    const thing = t(`batches:table.${found.table}`)
    if (found.table === 'member') return found.name
    return memberIdSchema.safeParse(found.memberId).success || found.name !== ''
      ? t('partOf', { name: found.name, thing })
      : thing
  }
  const who = ({ theirsBy }: ConflictCase) => theirsBy ?? t('otherPc')

  function sentence(found: ConflictCase): string {
    const words = {
      name: whose(found),
      mineWhen: when(found.mineAt),
      who: who(found),
      theirsWhen: when(found.theirsAt),
    }
    if (found.kind !== 'values') return t(`sentence.${found.kind}`, words)
    const [first] = found.fields
    if (first === undefined || found.fields.length > 1) {
      return t('sentence.several', { ...words, count: found.fields.length })
    }
    return t('sentence.values', {
      ...words,
      field: fieldName(found, first.field),
      mine: value(found, first.field, first.mine),
      theirs: value(found, first.field, first.theirs),
    })
  }

  return { sentence, fieldName, value, who, whose }
}
