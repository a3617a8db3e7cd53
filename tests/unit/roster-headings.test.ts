import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RosterField } from '../../shared/model/roster'
import { memberFieldSchema } from '../../shared/model/member'
import { assignFields } from '../../shared/rules/roster/columns'
import { readHeading } from '../../shared/rules/roster/headings'
import { sheetWords } from '../../shared/rules/roster/sheet-words'

const fieldOf = (...parts: string[]) => readHeading(parts).field
/** Fields of a header whose columns have the given values. */
const fieldsOf = (...columns: (readonly [heading: string, ...values: string[]])[]) =>
  assignFields(
    columns.map(([heading]) => [heading]),
    (column) => columns[column]?.slice(1) ?? [],
  ).map(({ field }) => field)

/** Headings that provincial templates, HR exports and branches' own sheets use. */
const SEEN: Readonly<Partial<Record<RosterField, string>>> = {
  name: '姓名 用户姓名 真实姓名 职工姓名 会员姓名 会员名字 会员名称 党员姓名 名称 名字 员工姓名 教职工姓名 教工姓名 姓名（与身份证一致）',
  idType: '有效证件类别 有效证件类型 证件类型 身份证件类型 有效身份类别 证件种类 证照类型',
  idNumber:
    '证件号码 证件号 身份证号 身份证号码 身份证 身份证号（18位） 身份证号码(18位) 公民身份号码 居民身份证号码 有效证件号码 身份号码 身份证件号码',
  gender: '性别 男/女 gender',
  birthDate: '出生日期 生日 出生年月 出生年月日 出生时间',
  ethnicity: '民族 族别',
  politicalStatus: '政治面貌 政治面目 党派 党团',
  education: '学历 最高学历 文化程度 当前学历 第一学历 学历学位 文化水平 教育程度',
  degree: '学位 最高学位',
  skillLevel: '技能等级 技术等级 职业资格等级 工种等级 技能级别',
  jobTitle: '职称 技术职称 专业技术职务 专业技术资格',
  position: '职务 岗位名称 岗位/职务 岗位层级（专业模块） 职位 行政职务 岗位 职级 岗位类别',
  unionPosition: '工会职务 现任工会职务 所在工会职务 会内职务 工会任职',
  department:
    '部门 部门名称 科室 分工会 所属工会名称（全称） 所属工会 所在工会 组织工会名称 二级单位 学院 车间 分会 支会',
  unionGroup: '工会小组 工会小组划分 班组',
  employer: '工作单位 单位名称 公司 企业 所属企业/工会 用人单位 任职单位',
  staffNumber: '企业工号 工号 教职工号 职工编号 员工编号 人员编号 教工号 职工号',
  phone: '移动电话 手机 手机号 手机号码 联系电话 联系方式 电话 联系手机 手机电话 移动手机 电话号码',
  email: '邮箱 电子邮件 电子信箱 E-mail',
  householdType: '户籍类型 户口类型 户口性质 户口性质(农业/非农业) 户别',
  householdPlace: '户籍所在地 户口所在地 户口地址 户口所在地行政区划 户籍地址',
  address: '现居地址 家庭住址 居住地址 现居住地 家庭地址 住宅地址 现住地 通讯地址 常住地',
  nativePlace: '籍贯 祖籍',
  maritalStatus: '婚姻状况 婚姻状态 婚姻',
  employmentStatus: '就业状况 就业情况 就业状态 工作状态 在职状态 人员状态 在岗情况',
  isMigrantWorker: '是否农民工 是否农民工会员 农民工',
  isNewEmployment: '是否八大群体 是否新就业形态',
  memberCardNumber: '会员卡号 工会会员号 会员证号码 会员证号 会员编号 会员号 卡号 会员证编号 工会卡号',
  joinDate: '入会时间 入会日期 首次入会时间 加入工会时间 何时入会 入会年月',
  workStartDate: '参加工作年份 参加工作时间 工作时间 工作起始时间 参加工作日期 参工时间',
  membershipChangeType: '会籍变化类型 会籍变动',
  membershipChangeDate: '会籍变化日期',
  membershipChangeReason: '会籍变化原因',
  wage: '工资 工资基数 月收入 本人月平均收入 基本工资 缴费基数',
  duesAmount: '应缴会费 工会会费 扣工会会费 个人工会会费 月缴会费 缴纳金额',
  remark: '备注 说明 附注 其他',
}
const ALL_SEEN = Object.entries(SEEN).flatMap(([field, headings]) =>
  headings.split(' ').map((heading) => [heading, field] as const),
)

/** What forms do to a heading without changing what it says. */
const DRESS: readonly ((heading: string) => string)[] = [
  (heading) => `*${heading}`,
  (heading) => `${heading}＊`,
  (heading) => `${heading}（必填）`,
  (heading) => `${heading}\n（格式：yyyy/MM/dd）`,
  (heading) => `${heading}必填`,
  (heading) => `${heading} 例：1990-01-01`,
  (heading) => `${heading}yyyy-mm-dd`,
  (heading) => `【${heading}】`,
  (heading) => `①${heading}`,
  (heading) => `${heading}：`,
  (heading) => `1.${heading}`,
  (heading) => `（三）${heading}`,
  (heading) => ` ${heading}\u00a0`,
  (heading) => heading.replace(/(?<=.)(?=.)/gu, ' '),
  (heading) => heading.replace(/(?<=.)(?=.)/gu, '　'),
  (heading) => heading.replace(/[!-~]/g, (half) => String.fromCharCode(half.charCodeAt(0) + 0xfee0)),
]

describe('headings', () => {
  it.each(ALL_SEEN)('%s is %s', (heading, field) => {
    expect(fieldOf(heading)).toBe(field)
  })

  it('are known in any dress', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ALL_SEEN), fc.constantFrom(...DRESS), ([heading, field], dress) => {
        expect(fieldOf(dress(heading))).toBe(field)
      }),
      { numRuns: 500 },
    )
  })

  it.each<[string, RosterField]>([
    ['证件有效期', 'idValidUntil'],
    ['身份证有效期限', 'idValidUntil'],
    ['出生地', 'birthPlace'],
    ['用工性质', 'employmentForm'],
    ['新就业形态类别', 'newEmploymentType'],
    ['有何特长', 'specialty'],
    ['兴趣爱好', 'specialty'],
  ])('%s is %s', (heading, field) => {
    expect(fieldOf(heading)).toBe(field)
  })

  it('of two rows are read by their last part, or together where only that makes sense', () => {
    expect(fieldOf('基本信息', '姓名')).toBe('name')
    expect(fieldOf('联系方式', '手机')).toBe('phone')
    expect(fieldOf('联系方式', 'QQ')).toBeNull()
    expect(fieldOf('联系方式', 'Gender')).toBe('gender')
    expect(fieldOf('会籍变化', '日期')).toBe('membershipChangeDate')
    expect(fieldOf('会籍变化', '类型')).toBe('membershipChangeType')
    expect(fieldOf('工会', '职务')).toBe('unionPosition')
    expect(fieldOf('户籍', '所在地')).toBe('householdPlace')
    expect(fieldOf('出生日期', '（必填）')).toBe('birthDate')
    expect(fieldOf('身份证号码', '格式：18 位')).toBe('idNumber')
  })

  it.each<[string, string, RosterField | null]>([
    ['户籍信息', '所在地', 'householdPlace'],
    ['证件信息', '号码', 'idNumber'],
    ['会籍变化情况', '日期', 'membershipChangeDate'],
    ['工会信息', '职务', 'unionPosition'],
    ['单位信息', '名称', 'employer'],
    ['学历信息', '学位', 'degree'],
    ['会员信息', '编号', null],
    ['基本信息', '职务', 'position'],
  ])('%s says what %s below it means', (group, heading, field) => {
    expect(fieldOf(group, heading)).toBe(field)
  })

  it.each<[string, RosterField | null]>([
    ['身份证号/护照号', 'idNumber'],
    ['身份证号码或护照号码', 'idNumber'],
    ['姓名-Name', 'name'],
    ['手机号码11位', 'phone'],
    ['性别 男/女', 'gender'],
    ['职务、职称', null],
    ['受益人身份证号', null],
    ['组长电话', null],
  ])('%s of several words is %s', (heading, field) => {
    expect(fieldOf(heading)).toBe(field)
  })

  it('in two languages are known by the Chinese one', () => {
    expect(fieldOf('姓名 Name')).toBe('name')
    expect(fieldOf('姓名/Name')).toBe('name')
    expect(fieldOf('手机/电话')).toBe('phone')
  })

  it('nobody listed are known by what they end with', () => {
    expect(fieldOf('职工本人身份证号码')).toBe('idNumber')
    expect(fieldOf('申请入会时间')).toBe('joinDate')
    expect(fieldOf('本单位职工姓名')).toBeNull()
    expect(fieldOf('申请人姓名')).toBe('name')
    expect(fieldOf('手机号码1')).toBe('phone')
    expect(fieldOf('手机号码2')).toBeNull()
    expect(fieldOf('6月应扣会费（元）')).toBe('duesAmount')
  })
})

describe('traps', () => {
  it.each([
    '职称/职务',
    '职称职务',
    '工作单位及职务',
    '年龄',
    '序号',
    'No.',
    '入党时间',
    '党内职务',
    '岗位工资',
    '薪级工资',
    '工资银行',
    '银行卡号',
    '紧急联系人',
    '紧急联系人电话',
    '配偶姓名',
    '联系人',
    '介绍人姓名',
    '家庭主要成员及其工作单位',
    '国籍（地区）',
    '工会会员',
    '微信号',
    '办公电话',
    '累计会费',
    '会费缴纳至',
    '手机（旧）',
    '原工作单位',
    '备用手机号',
    '出生日期（农历）',
    '曾用名',
  ])('%s is no field', (heading) => {
    expect(fieldOf(heading)).toBeNull()
  })

  it('a block of relatives is not the member', () => {
    expect(fieldsOf(['姓名'], ['身份证号'], ['关系'], ['姓名'], ['联系电话'], ['工作单位'])).toEqual([
      'name',
      'idNumber',
      null,
      null,
      null,
      null,
    ])
    expect(fieldsOf(['姓名'], ['手机'], ['姓名'], ['称谓'], ['年龄'], ['电话'], ['备注'])).toEqual([
      'name',
      'phone',
      null,
      null,
      null,
      null,
      'remark',
    ])
    expect(fieldOf('家庭成员', '姓名')).toBeNull()
  })

  it('a field goes to the column with the surer heading', () => {
    expect(fieldsOf(['联系电话'], ['姓名'], ['手机号码'])).toEqual([null, 'name', 'phone'])
    expect(fieldsOf(['所属工会'], ['部门'])).toEqual([null, 'department'])
    expect(fieldsOf(['车间'], ['班组'])).toEqual(['department', 'unionGroup'])
    expect(fieldsOf(['技术等级'], ['技术职称'])).toEqual(['skillLevel', 'jobTitle'])
  })

  it('编号 is a row number where it counts and a staff number where it does not', () => {
    expect(fieldsOf(['编号', '1', '2', '3', '4'], ['姓名'])).toEqual([null, 'name'])
    expect(fieldsOf(['编号', 'A017', 'A023', 'B001'], ['姓名'])).toEqual(['staffNumber', 'name'])
    expect(fieldsOf(['编号', 'A017', 'A023', 'B001'], ['工号'])).toEqual([null, 'staffNumber'])
  })

  it('户口, 身份, 身份证, 单位 mean what their values are', () => {
    expect(fieldsOf(['户口', '农业', '非农', '城镇'])).toEqual(['householdType'])
    expect(fieldsOf(['户口', '北江市临江区', '山东青岛'])).toEqual(['householdPlace'])
    expect(fieldsOf(['身份', '在职', '退休', '在职'])).toEqual(['employmentStatus'])
    expect(fieldsOf(['身份', '干部', '工人'])).toEqual([null])
    expect(fieldsOf(['身份证', '居民身份证', '护照'])).toEqual(['idType'])
    expect(fieldsOf(['会籍状态', '保留', '转出'])).toEqual(['membershipChangeType'])
    expect(fieldsOf(['会籍状态', '正常', '正常'])).toEqual([null])
    expect(fieldsOf(['单位', '北江纺织有限公司', '北江纺织有限公司'])).toEqual(['employer'])
    expect(fieldsOf(['单位', '一车间', '供应科'])).toEqual(['department'])
    expect(fieldsOf(['单位', '一车间', '供应科'], ['工作单位'])).toEqual(['department', 'employer'])
  })
})

it('what the program writes in any language it reads again', () => {
  for (const { headings } of Object.values(sheetWords)) {
    for (const field of memberFieldSchema.options) expect(fieldOf(headings[field])).toBe(field)
    expect(fieldOf(headings.reason)).toBeNull()
  }
})
