import { z } from 'zod'

const hour = z.int().min(0).max(24)

/** When a branch exchanges with the hub, and how carefully it uses its line. */
export const syncSettingSchema = z.object({
  when: z.enum([
    'always', // 有变动就传
    'hours', // 只在规定的钟点
    'every', // 每隔几小时
    'byHand', // 只在按下按钮时
  ]),
  /** The hours of the day for `hours`, the end not included; over midnight where the end is lower. */
  from: hour,
  until: hour,
  /** Hours between two exchanges for `every`. */
  everyHours: z.int().min(1).max(168),
  /** 网络慢或按流量计费: smaller pieces, less idle contact, no files. */
  isSlow: z.boolean(),
})
export type SyncSetting = z.infer<typeof syncSettingSchema>

export const usualSyncSetting: SyncSetting = { when: 'always', from: 8, until: 18, everyHours: 4, isSlow: false }
