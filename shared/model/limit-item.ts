import { z } from 'zod'

/** What is spent on a member 支出项目, where a limit 标准 may be set. */
export const limitItemSchema = z.enum([
  'festival', // 逢年过节慰问
  'springFestival', // 其中春节
  'otherFestival', // 其中其他节日
  'birthday', // 生日
  'marriage', // 结婚
  'birth', // 生育
  'hospital', // 生病住院
  'seriousIllness', // 重大疾病
  'memberDeath', // 会员去世
  'familyDeath', // 直系亲属去世
  'parentDeath', // 其中父母
  'spouseChildDeath', // 其中配偶、子女
  'retirement', // 退休纪念品
  'hardship', // 困难帮扶
  'outing', // 春秋游
  'outingMeals', // 其中伙食
  'outingSupplies', // 其中用品
  'womensDay', // 女职工活动
  'recuperation', // 疗休养
])
export type LimitItem = z.infer<typeof limitItemSchema>
