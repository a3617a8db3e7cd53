import { useTranslation } from 'react-i18next'
import type { Day, Month } from '../../../../shared/model/date'
import type { SentencePart } from '../../../../shared/model/dues-sentence'
import type { Fen } from '../../../../shared/model/money'
import { addMonths, monthOf } from '../../../../shared/rules/date'
import { monthRanges } from '../../../../shared/rules/dues/sentence'
import { useDates } from '../../../components/use-dates'

const AMOUNT = new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 2 })

/** Months, days and amounts as one says them at the counter on a day: without the year while it is this one. */
export function useCounterTexts(today: Day) {
  const { t, i18n } = useTranslation('arrears')
  const dates = useDates()
  const thisYear = today.slice(0, 4)
  const isThisYear = (date: Month | Day) => date.startsWith(thisYear)
  /** English has names of months where Chinese has numbers. */
  const nameOf = (month: Month) =>
    i18n.language === 'en'
      ? new Intl.DateTimeFormat('en', { month: 'long' }).format(new Date(`${month}-01T00:00:00`))
      : Number(month.slice(5))

  function month(one: Month): string {
    return isThisYear(one)
      ? t('month.thisYear', { month: nameOf(one) })
      : t('month.otherYear', { year: one.slice(0, 4), month: nameOf(one) })
  }

  function months(several: readonly Month[]): string {
    return monthRanges(several)
      .flatMap(({ from, until }) => {
        if (addMonths(from, 1) === until) return [month(from), month(until)]
        return [rangeOf(from, until)]
      })
      .join(t('month.separator'))
  }

  function rangeOf(from: Month, until: Month): string {
    if (from === until) return month(from)
    return isThisYear(from) && isThisYear(until)
      ? t('month.rangeThisYear', { from: nameOf(from), month: nameOf(until) })
      : t('month.range', { from: month(from), until: month(until) })
  }

  function day(one: Day): string {
    const blanks = { month: nameOf(monthOf(one)), day: Number(one.slice(8)) }
    return isThisYear(one) ? t('day.thisYear', blanks) : t('day.otherYear', { year: one.slice(0, 4), ...blanks })
  }

  return {
    month,
    months,
    range: rangeOf,
    day,
    wholeMonth: dates.month,
    amount: (fen: Fen) => t('amount', { amount: AMOUNT.format(fen / 100) }),
  }
}

/** The sentence on how a member stands, part by part. */
export function useSentence(today: Day) {
  const { t } = useTranslation('arrears')
  const texts = useCounterTexts(today)
  const { month, months, range, day, amount } = texts

  function partText(part: SentencePart): string {
    switch (part.kind) {
      case 'neverCharged':
        return t('sentence.neverCharged')
      case 'paidThrough':
        return t(part.settled ? 'sentence.settled' : 'sentence.paidThrough', { month: month(part.month) })
      case 'gap':
      case 'open':
      case 'held':
      case 'notDue':
      case 'disputed':
      case 'exemptCharged':
      case 'waived':
        return t(`sentence.${part.kind}`, { months: months(part.months), amount: amount(part.amount) })
      case 'partPaid':
        return t('sentence.partPaid', { month: month(part.month), paid: amount(part.paid), open: amount(part.open) })
      case 'lastPayment':
        return part.months.length === 0
          ? t('sentence.lastPaymentOnly', { day: day(part.on), amount: amount(part.amount) })
          : t('sentence.lastPayment', { day: day(part.on), amount: amount(part.amount), months: months(part.months) })
      case 'ahead':
      case 'overRefunded':
        return t(`sentence.${part.kind}`, { amount: amount(part.amount) })
      case 'exempt': {
        const reason = part.reason ?? t('sentence.kept')
        if (part.until === null) return t('sentence.exemptOpen', { month: month(part.from), reason })
        return t('sentence.exemptUntil', { months: range(part.from, part.until), reason })
      }
    }
  }

  return {
    ...texts,
    partText,
    whole: (parts: readonly SentencePart[]) =>
      `${parts.map(partText).join(t('sentence.separator'))}${t('sentence.end')}`,
  }
}
