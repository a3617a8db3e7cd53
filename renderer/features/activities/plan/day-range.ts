import type { Activity } from '../../../../shared/model/activity'

/** The days of an activity, e.g. `2026-03-08` or `2026-03-08 ~ 2026-03-10`. */
export function dayRange({ startsOn, endsOn }: Pick<Activity, 'startsOn' | 'endsOn'>): string {
  return startsOn === endsOn ? startsOn : `${startsOn} ~ ${endsOn}`
}
