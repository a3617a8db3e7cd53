import { z } from 'zod'
import { partialDateSchema } from '../model/date'
import { memberIdSchema } from '../model/id'
import { fenSchema } from '../model/money'
import { pageOf, pageSchema } from '../model/page'
import { procedure } from './errors'

/** What a member's life in the union is made of. */
export const timelineKindSchema = z.enum([
  'membership', // 会籍变化
  'post', // 工会职务
  'delegate', // 会员代表
  'team', // 信息员, 志愿者 ...
  'activity', // 活动
  'training', // 培训, 讲座
  'dues', // 会费, a line a year
  'gift', // 慰问
  'request', // 诉求
  'service', // 法律援助, 互助保障, 体检
  'honour', // 荣誉
  'article', // 投稿
  'hardship', // 困难档案, while sensitive data is open only
])
export type TimelineKind = z.infer<typeof timelineKindSchema>

/** Something of a member's life; what the texts hold depends on the kind. */
export const timelineEntrySchema = z.object({
  id: z.string(),
  kind: timelineKindSchema,
  /** As precise as it is known; null where nobody knows. */
  on: partialDateSchema.nullable(),
  /** Of what lasts: a post, a role, a cover. */
  until: partialDateSchema.nullable(),
  /** Its name or kind: a title, a type of event, a role; null where it must not be told. */
  what: z.string().nullable(),
  /** More of it: the reason of an event, whether somebody came, the level of an honour. */
  detail: z.string().nullable(),
  /** What a gift was worth, or what was paid in a year. */
  amount: fenSchema.nullable(),
  /** What was charged in a year. */
  charged: fenSchema.nullable(),
  /** Of what a link opens: an activity. */
  refersTo: z.string().nullable(),
})
export type TimelineEntry = z.infer<typeof timelineEntrySchema>

export const timelineInputSchema = z.object({
  id: memberIdSchema,
  /** All where empty. */
  kinds: z.array(timelineKindSchema).default([]),
  ...pageSchema.shape,
})

/** A member's life in the union, latest first, and how much there is of each kind. Error NOT_FOUND. */
export const timeline = procedure.input(timelineInputSchema).output(
  pageOf(timelineEntrySchema).extend({
    kinds: z.array(z.object({ kind: timelineKindSchema, count: z.int().positive() })),
  }),
)
