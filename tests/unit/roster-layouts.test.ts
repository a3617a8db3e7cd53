import { describe, expect, it } from 'vitest'
import { daySchema } from '../../shared/model/date'
import type { RosterField } from '../../shared/model/roster'
import type { Cell, MergedRange, RawSheet } from '../../shared/rules/roster/cell'
import { understandWorkbook } from '../../shared/rules/roster/workbook'
import { sheetOf } from '../fixtures/roster-sheet'

const TODAY = daySchema.parse('2026-06-01')
const understand = (...sheets: RawSheet[]) => understandWorkbook(sheets, null, TODAY)
const read = (rows: Cell[][], rest: Partial<Omit<RawSheet, 'rows'>> = {}) => understand(sheetOf(rows, rest))
type Understood = ReturnType<typeof understand>

const fieldsOf = ({ sheets }: Understood) => sheets[0]?.columns.map(({ heading, field }) => [heading, field])
const columnOf = ({ sheets }: Understood, heading: string) =>
  sheets[0]?.columns.find((column) => column.heading === heading)
const namesOf = ({ rows }: Understood) => rows.map(({ fields }) => fields.name)
const skipped = ({ sheets }: Understood) =>
  sheets.flatMap(({ skippedRows }) => skippedRows.map(({ row, reason }) => `${String(row)} ${reason}`))

/** Three persons with good ID numbers: name, gender, ID number, mobile, department. */
const PEOPLE: readonly [string, string, string, string, string][] = [
  ['张三', '男', '110105194912310011', '13812345670', '一车间'],
  ['李四', '女', '11010519491231002X', '13812345671', '一车间'],
  ['王小五', '男', '110105194912310038', '13812345672', '二车间'],
]
const NAMES = PEOPLE.map(([name]) => name)
const merged = (top: number, left: number, bottom: number, right: number): MergedRange => ({ top, left, bottom, right })

describe('headers', () => {
  it('of three rows with merges in both directions', () => {
    const understood = read(
      [
        ['会员花名册'],
        ['序号', '基本信息', null, null, '联系', null, '部门'],
        [null, '姓名', '身份', null, '电话', null, null],
        [null, null, '性别', '证件号码', '手机', '邮箱', null],
        ...PEOPLE.map(([name, gender, id, phone, department], index): Cell[] => [
          index + 1,
          name,
          gender,
          id,
          phone,
          null,
          department,
        ]),
      ],
      {
        merges: [
          merged(1, 0, 1, 6),
          merged(2, 0, 4, 0),
          merged(2, 1, 2, 3),
          merged(2, 4, 2, 5),
          merged(2, 6, 4, 6),
          merged(3, 1, 4, 1),
          merged(3, 2, 3, 3),
          merged(3, 4, 3, 5),
        ],
      },
    )
    expect(understood.sheets[0]?.headerRows).toEqual([2, 3, 4])
    expect(fieldsOf(understood)).toEqual([
      ['序号', null],
      ['基本信息/姓名', 'name'],
      ['基本信息/身份/性别', 'gender'],
      ['基本信息/身份/证件号码', 'idNumber'],
      ['联系/电话/手机', 'phone'],
      ['联系/电话/邮箱', 'email'],
      ['部门', 'department'],
    ])
    expect(namesOf(understood)).toEqual(NAMES)
  })

  it('of two rows whose second row alone says nothing new, by the cells merged downwards', () => {
    const understood = read(
      [
        ['姓名', '性别', '联系电话', null, '部门'],
        [null, null, '本人', '家庭', null],
        ...PEOPLE.map(([name, gender, , phone, department]): Cell[] => [name, gender, phone, null, department]),
      ],
      { merges: [merged(1, 0, 2, 0), merged(1, 1, 2, 1), merged(1, 2, 1, 3), merged(1, 4, 2, 4)] },
    )
    expect(understood.sheets[0]?.headerRows).toEqual([1, 2])
    expect(namesOf(understood)).toEqual(NAMES)
    expect(understood.rows.map(({ fields }) => fields.department)).toEqual(['一车间', '一车间', '二车间'])
  })

  it('below thirty rows of explanations', () => {
    const above = Array.from({ length: 30 }, (_, line): Cell[] => [
      `${String(line + 1)}、请按要求填写，姓名须与身份证一致`,
    ])
    const understood = read([...above, ['姓名', '性别', '身份证号', '手机'], ...PEOPLE.map((row) => row.slice(0, 4))])
    expect(understood.sheets[0]?.headerRows).toEqual([31])
    expect(namesOf(understood)).toEqual(NAMES)
  })

  it('repeated on every page, with page totals and page numbers between', () => {
    const header: Cell[][] = [
      ['序号', '基本情况', null, '部门'],
      [null, '姓名', '手机', null],
    ]
    const rows = PEOPLE.map(([name, , , phone, department], index): Cell[] => [index + 1, name, phone, department])
    const page = (row: Cell[] | undefined, number: number): Cell[][] => [
      ...header,
      ...(row === undefined ? [] : [row]),
      ['本页小计', 1],
      [null, `第 ${String(number)} 页，共 3 页`],
    ]
    const understood = read([...page(rows[0], 1), ...page(rows[1], 2), ...page(rows[2], 3)])
    expect(namesOf(understood)).toEqual(NAMES)
    expect(understood.rows.flatMap(({ issues }) => issues)).toEqual([])
  })

  it('repeated below a member, is not taken for one with that row', () => {
    const header: Cell[] = ['姓名', '性别', '身份证号', '关系', '姓名', '联系电话']
    const members = PEOPLE.map(([name, gender, id]): Cell[] => [name, gender, id, '母亲', '张大', '13900000000'])
    const understood = read([header, ...members, header, ...members])
    expect(understood.sheets[0]?.headerRows).toEqual([1])
    expect(namesOf(understood)).toEqual([...NAMES, ...NAMES])
  })

  it('of two rows, repeated in one row that says a little more', () => {
    const understood = read([
      ['姓名', '个人信息', null, null],
      [null, '手机', '原单位', '部门'],
      ...PEOPLE.map(([name, , , phone, department]): Cell[] => [name, phone, '机械厂', department]),
      ['姓名', '手机', '原单位', '部门'],
      ...PEOPLE.map(([name, , , phone, department]): Cell[] => [name, phone, '机械厂', department]),
    ])
    expect(understood.sheets[0]?.headerRows).toEqual([1, 2])
    expect(namesOf(understood)).toEqual([...NAMES, ...NAMES])
  })

  it('of two rows below a title that is merged over all of them', () => {
    const understood = read(
      [
        ['联系方式登记'],
        ['姓名', '联系方式', null, null, '姓名', '关系'],
        [null, '手机', 'QQ', 'gender', null, null],
        ...PEOPLE.map(([name, gender, , phone]): Cell[] => [name, phone, '10001', gender, '张大', '父亲']),
      ],
      { merges: [merged(1, 0, 1, 5), merged(2, 0, 3, 0), merged(2, 1, 2, 3), merged(2, 4, 3, 4), merged(2, 5, 3, 5)] },
    )
    expect(understood.sheets[0]?.headerRows).toEqual([2, 3])
    expect(understood.sheets[0]?.columns.map(({ field }) => field)).toEqual([
      'name',
      'phone',
      null,
      'gender',
      null,
      null,
    ])
  })

  it('a birth date in three columns is none', () => {
    const understood = read(
      [
        ['姓名', '出生', null, null, '手机'],
        [null, '年', '月', '日', null],
        ...PEOPLE.map(([name, , , phone]): Cell[] => [name, 1990, 5, 12, phone]),
      ],
      { merges: [merged(1, 1, 1, 3), merged(1, 0, 2, 0), merged(1, 4, 2, 4)] },
    )
    expect(fieldsOf(understood)?.map(([, field]) => field)).toEqual(['name', null, null, null, 'phone'])
    expect(understood.rows.flatMap(({ issues }) => issues)).toEqual([])
  })

  it('in words nobody knows, where the values speak', () => {
    const understood = read([
      ['Liste', null, null],
      ['Nachname', 'Ausweis', 'Rufnummer'],
      ...PEOPLE.map(([name, , id, phone]): Cell[] => [name, id, phone]),
    ])
    expect(understood.sheets[0]).toMatchObject({ headerRows: [2], use: true })
    expect(fieldsOf(understood)).toEqual([
      ['Nachname', 'name'],
      ['Ausweis', 'idNumber'],
      ['Rufnummer', 'phone'],
    ])
    expect(namesOf(understood)).toEqual(NAMES)
  })

  it.each<[string, readonly (readonly [string, RosterField | null])[]]>([
    [
      'Taiwanese',
      [
        ['姓名', 'name'],
        ['性別', 'gender'],
        ['身分證字號', 'idNumber'],
        ['行動電話', 'phone'],
        ['電子郵件', 'email'],
        ['學歷', 'education'],
        ['職稱', 'jobTitle'],
        ['服務單位', 'employer'],
        ['部門', 'department'],
        ['戶籍地址', 'householdPlace'],
        ['通訊地址', 'address'],
        ['員工編號', 'staffNumber'],
        ['入會日期', 'joinDate'],
        ['備註', 'remark'],
      ],
    ],
    [
      'English',
      [
        ['Full Name', 'name'],
        ['Gender', 'gender'],
        ['ID Card No.', 'idNumber'],
        ['Mobile Phone', 'phone'],
        ['E-mail', 'email'],
        ['Date of Birth', 'birthDate'],
        ['Department', 'department'],
        ['Employee ID', 'staffNumber'],
        ['Position', 'position'],
        ['Nationality', null],
        ['Ethnic Group', 'ethnicity'],
        ['Hire Date', null],
        ['Remarks', 'remark'],
      ],
    ],
    [
      'mistyped',
      [
        ['性名', 'name'],
        ['姓别', 'gender'],
        ['身份正号', 'idNumber'],
        ['手几号码', 'phone'],
        ['名族', 'ethnicity'],
        ['户藉类型', 'householdType'],
        ['藉贯', 'nativePlace'],
        ['政治面茂', 'politicalStatus'],
        ['部们', 'department'],
        ['退会日期', null],
        ['离职日期', null],
      ],
    ],
  ])('%s', (_, columns) => {
    const understood = read([columns.map(([heading]) => heading), columns.map(() => '甲')])
    expect(fieldsOf(understood)).toEqual(columns.map(([heading, field]) => [heading, field]))
  })
})

describe('columns that lie about what they hold', () => {
  it('an ID column is one whatever it is called, and so are mobile phones', () => {
    const understood = read([
      ['姓名', '备注1', '编码', '部门'],
      ...PEOPLE.map(([name, , id, phone, department]): Cell[] => [name, phone, id, department]),
    ])
    expect(fieldsOf(understood)).toEqual([
      ['姓名', 'name'],
      ['备注1', 'phone'],
      ['编码', 'idNumber'],
      ['部门', 'department'],
    ])
    expect(columnOf(understood, '编码')).toMatchObject({ confidence: 'likely', reason: 'values' })
    expect(columnOf(understood, '姓名')).toMatchObject({ confidence: 'sure', reason: 'heading' })
  })

  it('exchanged headings are exchanged back', () => {
    const understood = read([
      ['姓名', '手机号码', '身份证号'],
      ...PEOPLE.map(([name, , id, phone]): Cell[] => [name, id, phone]),
    ])
    expect(fieldsOf(understood)).toEqual([
      ['姓名', 'name'],
      ['手机号码', 'idNumber'],
      ['身份证号', 'phone'],
    ])
  })

  it('columns without a heading are told by their values', () => {
    const understood = read([
      [null, null, '身份证号', null, null],
      ...PEOPLE.map(([name, gender, id, phone]): Cell[] => [name, gender, id, phone, '汉族']),
      ['赵六', '男', '110105194912310054', '13812345673', '回族'],
    ])
    expect(understood.sheets[0]?.columns.map(({ field }) => field)).toEqual([
      'name',
      'gender',
      'idNumber',
      'phone',
      'ethnicity',
    ])
  })

  it('units are no names where no heading tells', () => {
    const understood = read(
      PEOPLE.map(([name, , id], index): Cell[] => [`${String(index)}车间`.replace('0', '甲'), name, id]),
    )
    expect(namesOf(understood)).toEqual(NAMES)
  })

  it('never take the number of somebody else, or an account, for the member’s', () => {
    const understood = read([
      ['姓名', '配偶身份证号', '紧急联系人电话', '微信号', '民族'],
      ...PEOPLE.map(([name, , id, phone]): Cell[] => [name, id, phone, phone, '汉族']),
    ])
    expect(fieldsOf(understood)).toEqual([
      ['姓名', 'name'],
      ['配偶身份证号', null],
      ['紧急联系人电话', null],
      ['微信号', null],
      ['民族', 'ethnicity'],
    ])
  })

  it('a heading that its values do not bear out is unsure', () => {
    const understood = read([
      ['姓名', '手机', '出生日期', '民族'],
      ...PEOPLE.map(([name, , , phone]): Cell[] => [name, phone, '在岗', '汉族']),
    ])
    expect(columnOf(understood, '出生日期')).toMatchObject({
      field: 'birthDate',
      confidence: 'unsure',
      reason: 'heading',
    })
    expect(columnOf(understood, '民族')).toMatchObject({ field: 'ethnicity', confidence: 'sure' })
  })

  it('row numbers are none of the person, also where each group begins again', () => {
    const numbers = [1, 2, '小计', 1, 2, 3, '小计', 1, 2]
    const understood = read([
      ['编号', '姓名', '部门'],
      ...numbers.map((number, index): Cell[] => [
        number,
        typeof number === 'number' ? `张${NAMES[index % 3] ?? ''}` : null,
        '甲',
      ]),
    ])
    expect(columnOf(understood, '编号')?.field).toBeNull()
  })

  it.each<[string[], RosterField]>([
    [['机电学院', '外语学院', '北区小学'], 'department'],
    [['北江学院', '北江学院', '北江学院'], 'employer'],
    [['北江公司', '北江学院', '北江学院'], 'employer'],
  ])('所在单位 over %j', (units, field) => {
    const understood = read([['姓名', '所在单位'], ...units.map((unit, index): Cell[] => [NAMES[index] ?? null, unit])])
    expect(columnOf(understood, '所在单位')?.field).toBe(field)
  })

  it('称谓 opens a block of relatives only where it stands among their names', () => {
    const addressed = read([
      ['姓名', '称谓', '身份证号', '手机'],
      ...PEOPLE.map(([name, gender, id, phone]): Cell[] => [name, gender === '男' ? '先生' : '女士', id, phone]),
    ])
    expect(addressed.sheets[0]?.columns.map(({ field }) => field)).toEqual(['name', 'gender', 'idNumber', 'phone'])
    const related = read([
      ['姓名', '身份证号', '家属', '关系', null, '联系电话'],
      ...PEOPLE.map(([name, , id, phone]): Cell[] => [name, id, '张大', '父亲', null, phone]),
    ])
    expect(columnOf(related, '联系电话')?.field).toBeNull()
  })

  it('an empty column leaves its field to another one', () => {
    const understood = read([
      ['姓名', '手机', '联系电话'],
      ...PEOPLE.map(([name, , , phone]): Cell[] => [name, null, phone]),
    ])
    expect(columnOf(understood, '联系电话')?.field).toBe('phone')
  })

  it('a member card number that is the ID number leaves the ID column alone', () => {
    const understood = read([['姓名', '会员卡号', '身份证号'], ...PEOPLE.map(([name, , id]): Cell[] => [name, id, id])])
    expect(fieldsOf(understood)).toEqual([
      ['姓名', 'name'],
      ['会员卡号', 'memberCardNumber'],
      ['身份证号', 'idNumber'],
    ])
  })

  it('headings may stand twice; a block of relatives is not the member', () => {
    const understood = read([
      ['档案类别', '姓名', '联系电话', '档案类别', '与本人关系', '姓名', '联系电话'],
      ...PEOPLE.map(([name, , , phone]): Cell[] => ['甲', name, phone, '乙', '父子', '张大', '13912345678']),
    ])
    expect(understood.sheets[0]?.columns.map(({ field }) => field)).toEqual([
      null,
      'name',
      'phone',
      null,
      null,
      null,
      null,
    ])
    expect(understood.rows.map(({ fields }) => fields.phone)).toEqual(PEOPLE.map(([, , , phone]) => phone))
  })
})

describe('rows that are no members', () => {
  const HEADER: Cell[] = ['序号', '姓名', '性别', '身份证号', '手机', '部门']
  const MEMBERS = PEOPLE.map((person, index): Cell[] => [index + 1, ...person])

  it.each<[string, Cell[]]>([
    ['note', ['示例', '张某某', '男', '110105194912310054', '13800000000', '办公室']],
    ['note', [0, '张三（样例）', '男', '110105194912310054', '13800000000', '办公室']],
    ['note', ['填写样例', '李某', '男']],
    ['note', ['数字', '文本', '下拉选择', '文本', '文本', '文本']],
    ['note', ['必填', '必填', '必填', '18位', '11位', '选填']],
    ['note', [null, '（汉字）', '（男/女）', '（18位）', '（11位）', null]],
    ['note', [1, 2, 3, 4, 5, 6]],
    ['note', ['栏次', 1, 2, 3, 4, 5]],
    ['note', ['请如实填写本表，姓名须与身份证一致；身份证号为18位。']],
    ['sectionTitle', [null, '会员名单']],
    ['sectionTitle', ['部门：一车间']],
    ['sectionTitle', ['附属小学：']],
    ['sectionTitle', [null, '（在职）']],
    ['sectionTitle', [null, '附小（共3人）']],
    ['sectionTitle', [null, '部门：附属小学']],
  ])('above the first member: %s %j', (reason, cells) => {
    const understood = read([HEADER, cells, ...MEMBERS])
    expect(namesOf(understood)).toEqual(NAMES)
    expect(skipped(understood)).toEqual([`2 ${reason}`])
  })

  it.each<[string, Cell[]]>([
    ['total', ['合计人数', 3]],
    ['total', ['本页小计', null, '3人']],
    ['total', [null, '小計', null, null, null, 3]],
    ['total', ['Total', 3]],
    ['total', ['过次页', 3]],
    ['total', ['一车间合计：3人']],
    ['note', ['製表人：張三', null, null, '審核人：李四']],
    ['note', ['第1页，共1页']],
    ['note', [null, '2025年6月30日']],
    ['note', [null, '※ 带*号为必填项']],
    ['note', ['经办人：']],
    ['note', ['主席：王五', null, null, '填表人：赵六', null, '2025年6月']],
    ['note', [null, '主席：王五', null, '填表人：赵六']],
    ['note', ['填表說明：一、本表一式兩份。']],
    ['note', ['分会主席（签字）：', null, null, '填表日期：2025年6月1日']],
  ])('below the last member: %s %j', (reason, cells) => {
    const understood = read([HEADER, ...MEMBERS, cells])
    expect(namesOf(understood)).toEqual(NAMES)
    expect(skipped(understood)).toEqual([`5 ${reason}`])
  })

  it.each<[Cell[]]>([
    [['例检班', '陈六', '男', null, '13812345679', '例检班']],
    [[4, '共青', '男', null, '13812345679', '一车间']],
    [[4, '全计', '女', null, null, '二车间']],
    [[4, '任可', null, null, null, null]],
    [[4, '万合计', '女', null, null, null]],
    [[null, '请君', '男', null, '13812345679', null]],
    [[4, '阿卜杜热合曼·买买提艾力·吐尔逊', null, null, null, null]],
  ])('a member however scarce the row or odd the name: %j', (cells) => {
    expect(namesOf(read([HEADER, cells, ...MEMBERS]))).toEqual([cells[1], ...NAMES])
    const understood = read([HEADER, ...MEMBERS, cells])
    expect(namesOf(understood)).toEqual([...NAMES, cells[1]])
    expect(skipped(understood)).toEqual([])
  })
})

describe('sheets that are no rosters', () => {
  const ROSTER = sheetOf([
    ['姓名', '手机', '性别'],
    ...PEOPLE.map(([name, gender, , phone]): Cell[] => [name, phone, gender]),
  ])

  it.each<[string, Cell[][]]>([
    ['noRoster', [['北江纺织有限公司工会'], ['会员花名册'], ['2025年6月']]],
    [
      'noRoster',
      [
        ['部门', '会员人数', '男', '女'],
        ['一车间', 20, 12, 8],
        ['二车间', 30, 10, 20],
        ['合计', 50, 22, 28],
      ],
    ],
    [
      'noRoster',
      [
        ['性别', '民族', '学历', '政治面貌'],
        ['男', '汉族', '本科', '群众'],
        ['女', '回族', '大专', '党员'],
      ],
    ],
    [
      'noRoster',
      [
        ['民族', '性别', '姓名'],
        ['汉族', '男', null],
        ['回族', '女', null],
      ],
    ],
    [
      'noRoster',
      [
        ['字段', '说明'],
        ['姓名', '必填'],
        ['身份证号', '18位'],
        ['手机', '11位'],
      ],
    ],
    [
      'duesList',
      [
        ['2025年会费缴纳登记表'],
        ['序号', '姓名', '部门', '1月', '2月', '3月', '合计'],
        [1, '张三', '一车间', 10, 10, 10, 30],
      ],
    ],
    ['duesList', [['工会会费收缴登记表'], ['姓名', '性别', '手机', '月缴会费'], ['张三', '男', '13812345670', 10]]],
    [
      'activityList',
      [
        ['2025年春游活动报名表'],
        ['序号', '姓名', '部门', '手机', '是否参加', '签名'],
        [1, '张三', '一车间', '13812345670', '是', null],
      ],
    ],
    [
      'activityList',
      [
        ['春节慰问品领取签字表'],
        ['序号', '姓名', '部门', '领取人签字'],
        [1, '张三', '一车间', null],
        [2, '李四', '一车间', null],
      ],
    ],
  ])('%s', (reason, rows) => {
    const { sheets } = understand(ROSTER, sheetOf(rows, { name: '其他' }))
    expect(sheets.map(({ use, unusedReason }) => [use, unusedReason])).toEqual([
      [true, null],
      [false, reason],
    ])
  })

  it('a member whose remark stands first and speaks of a number', () => {
    const understood = read([
      ['备注', '姓名', '部门', '工种'],
      ['共2人', '张  三', '一车间', '电工'],
      ['合计', null, 2, null],
    ])
    expect(namesOf(understood)).toEqual(['张三'])
  })

  it('a roster that members sign is one', () => {
    const understood = read([
      ['工会会员花名册'],
      ['姓名', '性别', '身份证号', '入会日期', '本人签字'],
      ...PEOPLE.map(([name, gender, id]): Cell[] => [name, gender, id, '2010-05', null]),
    ])
    expect(namesOf(understood)).toEqual(NAMES)
  })

  it('dues of a year are those of its total', () => {
    const understood = read([
      ['2025年会费缴纳登记表'],
      ['姓名', '部门', '1月', '2月', '3月', '合计'],
      ['张三', '一车间', 10, 10, 10, 30],
    ])
    expect(columnOf(understood, '合计')?.field).toBe('duesAmount')
  })

  it.each(['扣款', '金额', '应缴金额', '6月金额（元）'])('%s below a title of dues is what is paid', (heading) => {
    const understood = read([['2025年6月会费扣缴明细'], ['姓名', '部门', heading], ['张三', '一车间', 10]])
    expect(columnOf(understood, heading)?.field).toBe('duesAmount')
  })
})
