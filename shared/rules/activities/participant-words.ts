import type { Attendance } from '../../model/activity'
import type { SheetLanguage } from '../roster/sheet-words'

/** The words of the list of participants as a workbook, in one language. */
interface ParticipantWords {
  /** 参加人员名单（签名）. */
  readonly list: string
  readonly number: string
  readonly name: string
  readonly department: string
  readonly staffNumber: string
  readonly attendance: string
  readonly signature: string
  readonly remark: string
  readonly attendances: Readonly<Record<Attendance, string>>
  readonly waiting: (place: number) => string
  readonly people: (count: number) => string
  readonly signatures: readonly string[]
}

export const participantWords: Readonly<Record<SheetLanguage, ParticipantWords>> = {
  'zh-CN': {
    list: '参加人员名单（签名）',
    number: '序号',
    name: '姓名',
    department: '部门',
    staffNumber: '工号',
    attendance: '到场情况',
    signature: '签名',
    remark: '备注',
    attendances: { signedUp: '已报名', present: '到场', absent: '未到场' },
    waiting: (place) => `候补第 ${place}`,
    people: (count) => `共 ${count} 人`,
    signatures: ['经办人：　　　　　　　　分会主席：　　　　　　　　日期：'],
  },
  'zh-TW': {
    list: '參加人員名單（簽名）',
    number: '序號',
    name: '姓名',
    department: '部門',
    staffNumber: '員工編號',
    attendance: '到場情形',
    signature: '簽名',
    remark: '備註',
    attendances: { signedUp: '已報名', present: '到場', absent: '未到場' },
    waiting: (place) => `候補第 ${place}`,
    people: (count) => `共 ${count} 人`,
    signatures: ['承辦人：　　　　　　　　分會主席：　　　　　　　　日期：'],
  },
  en: {
    list: 'Signed list of participants',
    number: 'No.',
    name: 'Name',
    department: 'Department',
    staffNumber: 'Staff number',
    attendance: 'Attendance',
    signature: 'Signature',
    remark: 'Remark',
    attendances: { signedUp: 'Signed up', present: 'Present', absent: 'Absent' },
    waiting: (place) => `Waiting, no. ${place}`,
    people: (count) => (count === 1 ? '1 person' : `${count} people`),
    signatures: ['Handled by:　　　　　　　　Chair:　　　　　　　　Date:'],
  },
}
