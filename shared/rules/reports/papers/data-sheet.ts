import type { PaperForm } from '../../../model/paper'
import { memberFieldDeclarations, memberFieldSchema, type MemberField } from '../../../model/member'
import { sheetWords } from '../../roster/sheet-words'
import { label, paragraph, row, value, type PaperRow } from './layout'
import type { PaperSubject } from './subject'

const words = sheetWords['zh-CN']
const EVENTS = {
  admission: '入会',
  transferIn: '转入',
  keeping: '保留会籍',
  transferOut: '转出',
  expulsion: '除名',
  withdrawal: '退会',
  death: '去世',
  restoration: '恢复会籍',
} as const
const ROW = 8

/** 会员个人信息单: everything kept of a person, for the person to see and correct (PIPL art. 45 and 46). */
export function dataSheet(subject: PaperSubject): PaperForm {
  const { member, events, relatives, others, unionName, today, photo } = subject
  const fields = Object.keys(memberFieldDeclarations).map((field) => memberFieldSchema.parse(field))
  return {
    memberId: member.id,
    title: '会员个人信息单',
    before: [paragraph(`${unionName}　　　打印日期：${today}`)],
    table: {
      widths: [32, 53, 32, 53],
      rows: [
        ...pairs(fields.map((field) => [words.headings[field], textOf(member[field], field)] as const)),
        row(ROW, label('会籍状态'), value(words.statuses[member.status], 3)),
        ...events.map(({ type, date, reason, documentNumber }) =>
          row(
            ROW,
            label('会籍变化'),
            value([EVENTS[type], date, reason, documentNumber].filter((part) => part !== null).join('　'), 3),
          ),
        ),
        ...others.map(({ name, text }) => row(ROW, label(name), value(text, 3))),
        ...relatives.map(({ relation, name, employer, phone }) =>
          row(
            ROW,
            label('家庭成员'),
            value([relation, name, employer, phone].filter((part) => part !== null).join('　'), 3),
          ),
        ),
      ],
    },
    after: [
      paragraph('如有错误，请写明并签名，交本会更正。', { above: 3 }),
      paragraph('本人签名：　　　　　　　　年　　月　　日', { align: 'end', above: 8 }),
    ],
    photo,
  }
}

function pairs(entries: readonly (readonly [string, string])[]): PaperRow[] {
  return entries.flatMap(([name, text], index) => {
    if (index % 2 === 1) return []
    const [otherName, otherText] = entries[index + 1] ?? ['', '']
    return [row(ROW, label(name), value(text), label(otherName), value(otherText))]
  })
}

function textOf(content: string | number | null, field: MemberField): string {
  if (content === null) return ''
  return memberFieldDeclarations[field].kind === 'money' ? (Number(content) / 100).toFixed(2) : String(content)
}
