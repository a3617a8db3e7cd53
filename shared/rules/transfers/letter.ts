import type { Day, Month } from '../../model/date'
import type { PaperCell, PaperParagraph, PaperSheet } from '../../model/paper'

/** What a letter of introduction is made of; numbers masked. */
export interface TransferLetterSubject {
  readonly name: string
  readonly gender: string | null
  readonly birthDate: string | null
  readonly idNumber: string | null
  readonly memberCardNumber: string | null
  readonly joinDate: string | null
  readonly toUnion: string
  readonly unionName: string
  readonly reason: string | null
  readonly duesUntil: Month | null
  readonly today: Day
}

export const TRANSFER_LETTER_TITLE = '会员关系转移介绍信'

const plain = (text: string, changes: Partial<PaperParagraph> = {}): PaperParagraph => ({
  text,
  align: 'start',
  size: 'large',
  indent: true,
  above: 3,
  ...changes,
})

const cell = (text: string, kind: PaperCell['kind']): PaperCell => ({ text, kind, columns: 1, rows: 1 })

/** 2026年3月8日. */
const written = (day: Day) => `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

const writtenMonth = (month: Month | null) =>
  month === null ? '____年__月' : `${month.slice(0, 4)}年${Number(month.slice(5))}月`

/** The letter with which a member goes to another union; in Chinese, as such papers are. What is not recorded is a line. */
export function transferLetter(subject: TransferLetterSubject): PaperSheet {
  const { name, gender, birthDate, idNumber, memberCardNumber, joinDate, toUnion, unionName, reason } = subject
  const facts: readonly (readonly [string, string | null])[] = [
    ['姓名', name],
    ['性别', gender],
    ['出生日期', birthDate],
    ['证件号码', idNumber],
    ['会员证号', memberCardNumber],
    ['入会时间', joinDate],
    ['转移原因', reason],
    ['会费缴至', writtenMonth(subject.duesUntil)],
  ]
  const pairs = Array.from({ length: facts.length / 2 }, (_, index) => facts.slice(2 * index, 2 * index + 2))
  return {
    title: TRANSFER_LETTER_TITLE,
    before: [
      plain(`${toUnion}：`, { indent: false }),
      plain(
        `兹有我会会员${name}，因${reason ?? '劳动（工作）关系发生变化'}，工会组织关系转至你会，请予接收。会费已缴至${writtenMonth(subject.duesUntil)}。`,
      ),
    ],
    table: {
      widths: [28, 57, 28, 57],
      rows: pairs.map((pair) => ({
        height: 11,
        cells: pair.flatMap(([label, value]) => [cell(label, 'label'), cell(value ?? '', 'value')]),
      })),
    },
    after: [
      plain(`${unionName}（盖章）`, { align: 'end', indent: false, above: 14 }),
      plain(written(subject.today), { align: 'end', indent: false, above: 0 }),
      plain('------------------------------ 回　执 ------------------------------', {
        align: 'center',
        indent: false,
        above: 14,
      }),
      plain(`${unionName}：`, { indent: false }),
      plain(`你会转来的会员${name}，我会已于____年__月__日接收，会费从____年__月起在我会缴纳。`),
      plain(`${toUnion}（盖章）`, { align: 'end', indent: false, above: 14 }),
      plain('____年__月__日', { align: 'end', indent: false, above: 0 }),
    ],
    photo: null,
  }
}
