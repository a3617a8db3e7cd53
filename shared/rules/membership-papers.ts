import type { membershipChangeReason, membershipPaper } from '../codes'
import type { MembershipEventType } from '../model/membership'

type Paper = (typeof membershipPaper.values)[number]
type Reason = (typeof membershipChangeReason.values)[number]

/** What an event usually rests on. */
interface EventCustom {
  /** What should be on paper. */
  readonly papers: readonly Paper[]
  readonly reasons: readonly Reason[]
  /** Whether another union is on the other side. */
  readonly isTransfer: boolean
}

/**
 * Usual reasons and papers of each event. Sources: Charter of the Chinese Trade Unions art. 2 and 5-8; 工会会员会籍管理办法
 * (总工发〔2016〕) and rules of unions built on it: application and decision for joining, the card's transfer page for
 * moving, a recorded approval for keeping, the card back for leaving, discussion, judgment and filing for expulsion.
 */
export const eventCustoms: Readonly<Record<MembershipEventType, EventCustom>> = {
  admission: {
    papers: ['入会申请书', '会员登记表', '照片', '委员会会议记录'],
    reasons: ['重新就业'],
    isTransfer: false,
  },
  transferIn: {
    papers: ['会员证（组织关系接转页）', '转会介绍信', '会员登记表'],
    reasons: ['劳动（工作）关系发生变化'],
    isTransfer: true,
  },
  keeping: {
    papers: ['保留会籍审批记录', '会员登记表'],
    reasons: ['退休', '失业', '所在企业破产', '在本单位下岗后待岗', '长期离岗', '参军', '出国（境）'],
    isTransfer: false,
  },
  transferOut: {
    papers: ['会员证（组织关系接转页）', '转会介绍信', '会员登记表'],
    reasons: ['劳动（工作）关系发生变化'],
    isTransfer: true,
  },
  expulsion: {
    papers: ['工会小组讨论记录', '委员会会议记录', '法院判决书', '报上一级工会备案件', '收回的会员证'],
    reasons: ['因犯罪被开除会籍'],
    isTransfer: false,
  },
  withdrawal: {
    papers: ['退会申请书', '委员会会议记录', '收回的会员证'],
    reasons: ['个人要求退会', '连续六个月不缴会费'],
    isTransfer: false,
  },
  death: { papers: ['情况说明', '慰问记录'], reasons: ['去世'], isTransfer: false },
  restoration: { papers: ['情况说明', '会员登记表'], reasons: ['重新就业'], isTransfer: false },
}
