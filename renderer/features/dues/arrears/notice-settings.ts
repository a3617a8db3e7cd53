import { z } from 'zod'

const STORED = 'arrears-notice-settings'

/** What a notice says beside the arrears themselves. */
const settingsSchema = z.object({
  where: z.string().max(100).default(''),
  clerk: z.string().max(60).default(''),
  until: z.string().max(10).default(''),
})
export type NoticeSettings = z.infer<typeof settingsSchema>

/** What was set last on this PC; the day until which is asked anew, as it is never the same twice. */
export function noticeSettings(): NoticeSettings {
  try {
    return { ...settingsSchema.parse(JSON.parse(localStorage.getItem(STORED) ?? '{}')), until: '' }
  } catch {
    return settingsSchema.parse({})
  }
}

export function storeNoticeSettings(settings: NoticeSettings): void {
  localStorage.setItem(STORED, JSON.stringify(settings))
}
