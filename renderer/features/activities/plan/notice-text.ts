import type { TFunction } from 'i18next'
import type { ActivitySummary } from '../../../../shared/contract/activities/plan'
import type { Day } from '../../../../shared/model/date'

/**
 * The notice of an activity as plain text, ready for a group chat: what, when, where, for whom, until when and how to
 * sign up, whom to ask. What is not planned yet is left out. @param longDay writes a day with its weekday
 */
export function noticeText(
  activity: ActivitySummary,
  unionName: string,
  longDay: (day: Day) => string,
  t: TFunction<'plan'>,
): string {
  const { title, startsOn, endsOn, startsAt, endsAt, place, eligible, quota, signUpUntil } = activity
  const start = startsAt === null ? longDay(startsOn) : `${longDay(startsOn)} ${startsAt}`
  const end = endsOn === startsOn ? endsAt : endsAt === null ? longDay(endsOn) : `${longDay(endsOn)} ${endsAt}`
  const line = (name: string, text: string | null) => (text === null ? [] : [t('notice.line', { name, text })])
  return [
    t('notice.head', { title }),
    '',
    t('notice.intro'),
    ...line(t('notice.time'), end === null ? start : t('notice.span', { start, end })),
    ...line(t('notice.place'), place),
    ...line(t('notice.who'), eligible?.name ?? t('everybody')),
    ...line(t('notice.quota'), quota === null ? null : t('notice.quotaText', { count: quota })),
    ...line(t('notice.lecturer'), activity.lecturer),
    ...line(t('notice.deadline'), signUpUntil === null ? null : longDay(signUpUntil)),
    ...line(t('notice.how'), activity.signUpHow ?? t('notice.howUsual')),
    ...line(t('notice.contact'), activity.contact),
    ...(activity.note === null ? [] : ['', activity.note]),
    '',
    activity.organiser === null ? unionName : `${unionName} ${activity.organiser}`,
  ].join('\n')
}
