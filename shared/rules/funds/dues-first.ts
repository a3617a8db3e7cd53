import type { ActivityType } from '../../model/activity'

/** Outings in spring and autumn and film shows are paid from dues first; funds may fill what they lack (全总, 2014-15). */
export function isPaidFromDuesFirst(summary: string, activityType: ActivityType | null): boolean {
  return activityType === 'outing' || /春游|秋游|春秋游|踏青|郊游|电影|观影/.test(summary)
}
