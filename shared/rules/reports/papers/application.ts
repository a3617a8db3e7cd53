import type { PaperForm } from '../../../model/paper'
import { paragraph } from './layout'
import type { PaperSubject } from './subject'

const PLEDGE =
  '我自愿加入中国工会，遵守《中国工会章程》，执行工会决议，积极参加工会活动，按月缴纳会费，履行会员义务。请批准我成为工会会员。'

/** 入会申请书: the pledge, signed and dated by hand. */
export function applicationForm({ member, unionName }: PaperSubject): PaperForm {
  const line = (name: string, text: string | null) => `${name}：${text ?? ''}`
  return {
    memberId: member.id,
    title: '中华全国总工会入会申请书',
    before: [
      paragraph(`${unionName}：`, { size: 'large', above: 14 }),
      paragraph(PLEDGE, { size: 'large', indent: true, above: 6 }),
      paragraph('此致', { size: 'large', indent: true, above: 8 }),
      paragraph('敬礼！', { size: 'large', above: 2 }),
      paragraph('申请人（签名）：　　　　　　　　', { size: 'large', align: 'end', above: 22 }),
      paragraph('年　　月　　日', { size: 'large', align: 'end', above: 8 }),
    ],
    table: null,
    after: [
      paragraph(line('申请人姓名', member.name), { above: 26 }),
      paragraph(line('工作单位', member.employer ?? member.department), { above: 2 }),
      paragraph(line('证件号码', member.idNumber), { above: 2 }),
      paragraph(line('联系电话', member.phone), { above: 2 }),
    ],
    photo: null,
  }
}
