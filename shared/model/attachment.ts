import { z } from 'zod'
import { momentSchema } from './date'
import { attachmentIdSchema } from './id'

/** What a picture or paper may belong to. */
export const attachmentOwnerSchema = z.object({
  kind: z.enum([
    'fundEntry', // 凭证附件
    'activity', // 活动照片、方案、签到表
    'hardshipFile', // 困难档案材料
    'request', // 诉求材料
    'legalCase', // 法律援助材料
    'mutualAidClaim', // 互助保障理赔材料
    'committee', // 换届材料
    'providerContract', // 合同
    'article', // 稿件
  ]),
  id: z.uuidv7(),
})
export type AttachmentOwner = z.infer<typeof attachmentOwnerSchema>

/** A picture or paper kept inside the encrypted record; its content stays on this PC. */
export const attachmentSchema = z.object({
  id: attachmentIdSchema,
  owner: attachmentOwnerSchema,
  /** What it shows, in the words of its owner's list, e.g. 照片, 诊断证明; null where its name says enough. */
  label: z.string().trim().min(1).max(60).nullable(),
  name: z.string().trim().min(1).max(200),
  mediaType: z.string(),
  size: z.int().positive(),
  /** SHA-256 of the content, hex. */
  sha256: z.string(),
  addedAt: momentSchema,
})
export type Attachment = z.infer<typeof attachmentSchema>
