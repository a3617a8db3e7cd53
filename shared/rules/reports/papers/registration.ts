import type { PaperForm } from '../../../model/paper'
import { formatDate } from '../date-form'
import { label, paragraph, row, value, type PaperRow } from './layout'
import type { PaperSubject } from './subject'

/** Least lines for the family, to be filled in by hand. */
const FAMILY_ROWS = 4
const SIGNATURE = '签名：　　　　　　　　年　　月　　日'
const STAMP = '（公章）　　　　　　　年　　月　　日'
/** PIPL art. 17: who keeps it, what for, whom it is given to, and the right to see and correct it. */
const NOTICE =
  '以上个人信息由本会保存，用于会员登记、会籍管理和会员服务，按规定报送上级工会；本人可以随时向本会查阅、更正。'

/** 工会会员登记表: what colleges and companies ask for, on one page. */
export function registrationForm({ member, relatives, photo, unionName }: PaperSubject): PaperForm {
  const day = (date: typeof member.birthDate) =>
    date === null ? null : (formatDate('yyyy年M月d日', date) ?? date.replace('-', '年'))
  const wage = member.wage === null ? null : (member.wage / 100).toFixed(2)
  const group = [member.department, member.unionGroup].filter((name) => name !== null).join(' ')
  return {
    memberId: member.id,
    title: '工会会员登记表',
    before: [paragraph(`工会名称：${unionName}`, { above: 1 })],
    table: {
      widths: [25, 34, 22, 34, 23, 32],
      rows: [
        row(9, label('姓　　名'), value(member.name), label('性　　别'), value(member.gender), {
          text: photo === null ? '照片' : '',
          kind: 'photo',
          columns: 2,
          rows: 5,
        }),
        row(9, label('出生日期'), value(day(member.birthDate)), label('民　　族'), value(member.ethnicity)),
        row(9, label('籍　　贯'), value(member.nativePlace), label('政治面貌'), value(member.politicalStatus)),
        row(9, label('学　　历'), value(member.education), label('学　　位'), value(member.degree)),
        row(9, label('入会日期'), value(day(member.joinDate)), label('会员证号'), value(member.memberCardNumber)),
        row(9, label('证件号码'), value(member.idNumber, 3), label('证件类别'), value(member.idType)),
        row(9, label('工作单位'), value(member.employer, 3), label('职　　务'), value(member.position)),
        row(9, label('部门（小组）'), value(group, 3), label('职　　称'), value(member.jobTitle)),
        row(
          9,
          label('户口所在地'),
          value(member.householdPlace, 3),
          label('参加工作'),
          value(day(member.workStartDate)),
        ),
        row(9, label('现居地址'), value(member.address, 3), label('联系电话'), value(member.phone)),
        row(9, label('有何特长'), value(member.specialty, 3), label('工　　资'), value(wage)),
        ...familyRows(relatives),
        row(28, label('个人工作\n简　　历'), value(null, 5)),
        row(20, label('分会、小组\n意　　见'), { text: SIGNATURE, kind: 'sign', columns: 5, rows: 1 }),
        row(22, label('基层工会\n委员会意见'), { text: STAMP, kind: 'sign', columns: 5, rows: 1 }),
        row(10, label('备　　注'), value(member.remark, 5)),
        row(10, label('申请人签名'), value(null, 3), label('日　　期'), value('　　年　月　日')),
      ],
    },
    after: [paragraph(NOTICE, { size: 'small', above: 2 })],
    photo,
  }
}

function familyRows(relatives: PaperSubject['relatives']): PaperRow[] {
  const lines = Math.max(FAMILY_ROWS, relatives.length)
  return [
    row(
      8,
      label('家庭主要\n成　　员', 1, lines + 1),
      label('姓名'),
      label('关系'),
      label('工作单位', 2),
      label('联系电话'),
    ),
    ...Array.from({ length: lines }, (_, index) => {
      const relative = relatives[index]
      return row(
        8,
        value(relative?.name ?? null),
        value(relative?.relation ?? null),
        value(relative?.employer ?? null, 2),
        value(relative?.phone ?? null),
      )
    }),
  ]
}
