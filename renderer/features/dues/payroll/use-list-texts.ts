import { useTranslation } from 'react-i18next'
import type { PayrollPerson, PayrollView, PayrollWarning } from '../../../../shared/contract/dues/payroll'
import { fenSchema, type Fen } from '../../../../shared/model/money'
import type { PayrollDifference } from '../../../../shared/model/payroll'
import { dayOf, daysBetween } from '../../../../shared/rules/date'
import { useDates } from '../../../components/use-dates'
import { formatYuan } from '../../../components/yuan'
import { useMonthsText } from './use-months-text'

const apart = (one: Fen, other: Fen) => fenSchema.parse(Math.abs(one - other))

/** What a list, its numbers and its people are in plain words. */
export function useListTexts() {
  const { t } = useTranslation('payroll')
  const dates = useDates()
  const monthsText = useMonthsText()

  function because(sentence: string, parts: readonly PayrollDifference[]): string {
    if (parts.length === 0) return sentence
    const texts = parts.map(({ kind, people, amount }) =>
      t(`part.${kind}`, { count: people, amount: formatYuan(amount) }),
    )
    return t('because', { sentence, parts: texts.join(t('comma')) })
  }

  /** Why the four numbers differ. */
  function differences({ figures, differences: parts, isPosted, deductedOn }: PayrollView): string[] {
    const { expected, deducted, booked, held } = figures
    const amount = (one: Fen, other: Fen) => ({ amount: formatYuan(apart(one, other)) })
    const sentences = [
      deducted === expected && parts.deducted.length === 0
        ? t('agrees')
        : because(
            deducted === expected
              ? t('agrees')
              : t(deducted > expected ? 'deductedMore' : 'deductedLess', amount(deducted, expected)),
            parts.deducted,
          ),
    ]
    if (!isPosted) return sentences
    sentences.push(
      booked === deducted
        ? t('bookedAll')
        : because(t(booked < deducted ? 'bookedLess' : 'bookedMore', amount(booked, deducted)), parts.booked),
    )
    const days = Math.max(0, daysBetween(deductedOn, dayOf(new Date())))
    sentences.push(held > 0 ? t('heldOf', { amount: formatYuan(held), count: days }) : t('receivedAll'))
    return sentences
  }

  function warning(found: PayrollWarning, list: PayrollView): string {
    switch (found.kind) {
      case 'otherMonths':
        return t('warning.otherMonths', { stated: monthsText(found.stated), chosen: monthsText(list) })
      case 'sameAmounts':
        return t('warning.sameAmounts', { title: found.title, months: monthsText(found) })
      case 'covered':
        return t('warning.covered', { title: found.title, count: found.people })
      case 'otherTotal':
        return t('warning.otherTotal', { stated: formatYuan(found.stated), sum: formatYuan(found.sum) })
      case 'absurd':
        return t('warning.absurd', { count: found.lines })
      case 'undecided':
        return t('warning.undecided', { count: found.people })
      case 'closedMonth':
        return t('warning.closedMonth', { month: dates.month(found.month) })
      case 'nothingCharged':
      case 'negativeTotal':
      case 'future':
      case 'nothingToPost':
        return t(`warning.${found.kind}`)
    }
  }

  /** What becomes of a person's lines. */
  function outcome(person: PayrollPerson): string {
    const { basket, decision, posted, deducted, balance } = person
    if (posted !== 0) return t('outcome.posted', { amount: formatYuan(posted) })
    if (basket === 'missing') return t(person.isDisputed ? 'outcome.disputed' : 'outcome.open')
    if (basket === 'unknown') return t(decision === 'leaveOut' ? 'outcome.aside' : 'outcome.waits')
    if (decision === 'leaveOut') return t('outcome.leftOut')
    if (deducted === 0) return t('outcome.zero')
    if (deducted < 0) return t('outcome.negative')
    if (basket === 'left') {
      const debt = Math.min(deducted, Math.max(0, balance ?? 0))
      if (debt === 0) return t('outcome.nothing')
      return decision === 'post'
        ? t('outcome.willPost', { amount: formatYuan(fenSchema.parse(debt)) })
        : t('outcome.waits')
    }
    return basket === 'matched' || decision === 'post'
      ? t('outcome.willPost', { amount: formatYuan(deducted) })
      : t('outcome.waits')
  }

  return { differences, warning, outcome }
}
