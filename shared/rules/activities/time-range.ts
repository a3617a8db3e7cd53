import type { Activity } from '../../model/activity'

/** When an activity is: `2026-03-08 14:00-16:30`, `2026-03-08 09:00 ~ 2026-03-10`. */
export function timeRange({
  startsOn,
  endsOn,
  startsAt,
  endsAt,
}: Pick<Activity, 'startsOn' | 'endsOn' | 'startsAt' | 'endsAt'>): string {
  const start = startsAt === null ? startsOn : `${startsOn} ${startsAt}`
  if (startsOn === endsOn) return startsAt === null || endsAt === null ? start : `${start}-${endsAt}`
  return `${start} ~ ${endsAt === null ? endsOn : `${endsOn} ${endsAt}`}`
}
