import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPastedNames } from '../../shared/rules/activities/pasted-names'

/** Everybody of the record of these tests. */
const members = new Set(['张三', '李四', '王五', '赵六', '钱七', '孙小美', '欧阳娜娜', '阿不都·热西提', '陈处', '王芳'])
const departments = new Set(['机电学院', '机电', '文学院', '一车间', '后勤处'])
const known = {
  isName: (text: string) => members.has(text),
  isDepartment: (text: string) => departments.has(text),
}

function names(text: string): string[] {
  return readPastedNames(text, known).people.map(({ name }) => name)
}

describe('a pasted text', () => {
  it.each<[string, string, string[]]>([
    ['one name', '张三', ['张三']],
    ['lines', '张三\n李四\n王五', ['张三', '李四', '王五']],
    ['lines of Windows with empty ones', '张三\r\n\r\n李四\r\n', ['张三', '李四']],
    ['a 接龙', '#接龙\n秋游报名，周五截止\n\n1. 张三\n2. 李四\n3. 王五', ['张三', '李四', '王五']],
    ['a 接龙 with an example', '#接龙\n例 张三 +1\n1. 李四', ['李四']],
    ['numbers with 、', '1、张三\n2、李四', ['张三', '李四']],
    ['numbers with a full-width point', '１．张三\n２．李四', ['张三', '李四']],
    ['numbers with a bracket', '1）张三\n2）李四', ['张三', '李四']],
    ['numbers in brackets', '（1）张三\n(2) 李四', ['张三', '李四']],
    ['numbers in square brackets', '【1】张三\n[2]李四', ['张三', '李四']],
    ['numbers with a colon', '1：张三\n2: 李四', ['张三', '李四']],
    ['numbers with a blank', '1 张三\n2  李四', ['张三', '李四']],
    ['numbers without anything', '1张三\n2李四', ['张三', '李四']],
    ['numbers in circles', '①张三\n②李四', ['张三', '李四']],
    ['numbers on keys', '1️⃣张三\n2️⃣李四', ['张三', '李四']],
    ['Chinese numbers', '一、张三\n二、李四\n十一、王五', ['张三', '李四', '王五']],
    ['Chinese numbers in brackets', '（一）张三\n（二）李四', ['张三', '李四']],
    ['numbers within a line', '1.张三 2.李四 3.王五', ['张三', '李四', '王五']],
    ['numbers within a line, close together', '1、张三2、李四3、王五', ['张三', '李四', '王五']],
    ['a row with 、', '张三、李四、王五', ['张三', '李四', '王五']],
    ['a row with commas', '张三,李四，王五', ['张三', '李四', '王五']],
    ['a row with semicolons', '张三;李四；王五', ['张三', '李四', '王五']],
    ['a row with blanks', '张三 李四  王五', ['张三', '李四', '王五']],
    ['a row with full-width blanks', '张三　李四　王五', ['张三', '李四', '王五']],
    ['a row with tabs', '张三\t李四\t王五', ['张三', '李四', '王五']],
    ['a row with strokes', '张三/李四|王五\\赵六', ['张三', '李四', '王五', '赵六']],
    ['names without anything between', '张三李四王五', ['张三', '李四', '王五']],
    ['a blank within names', '张 三\n李　四', ['张三', '李四']],
    ['blanks within names in a row', '张 三、孙 小 美、王 五', ['张三', '孙小美', '王五']],
    ['a blank within a long name', '欧阳 娜娜 张三', ['欧阳娜娜', '张三']],
    ['names with a dot', '阿不都•热西提、张三', ['阿不都·热西提', '张三']],
    ['another dot', '阿不都 · 热西提', ['阿不都·热西提']],
    ['and a companion', '张三+1\n李四＋2', ['张三', '李四']],
    ['family in brackets', '王五（带家属）+1', ['王五']],
    ['family without brackets', '王五带家属\n张三带女儿', ['王五', '张三']],
    ['how many come', '张三2人\n李四 3人', ['张三', '李四']],
    ['big and small', '张三 2大1小\n李四1大1小', ['张三', '李四']],
    ['what was answered', '张三报名\n李四 参加\n王五已报名', ['张三', '李四', '王五']],
    ['who does not come', '张三 请假\n李四不参加', ['张三', '李四']],
    ['a name with a title', '张三老师\n李四主任', ['张三', '李四']],
    ['mentions', '@张三 @李四', ['张三', '李四']],
    ['pictures among names', '张三🎉\n😀李四❤️', ['张三', '李四']],
    ['a department behind', '张三 机电学院\n李四 文学院', ['张三', '李四']],
    ['a department before', '机电学院 张三\n文学院 李四', ['张三', '李四']],
    ['a department with a colon', '机电学院：张三、李四', ['张三', '李四']],
    ['a department without anything between', '机电学院张三\n文学院李四', ['张三', '李四']],
    ['a department in brackets', '张三（机电学院）、李四(文学院)', ['张三', '李四']],
    ['names in the brackets of a department', '机电学院（张三、李四）', ['张三', '李四']],
    ['a department with a hyphen', '张三-机电学院\n机电学院-李四', ['张三', '李四']],
    ['groups with numbers', '3班 张三\n2车间李四', ['张三', '李四']],
    ['staff numbers behind', '张三 00123\n李四 A07', ['张三', '李四']],
    ['staff numbers before', '00123 张三\n00124 李四', ['张三', '李四']],
    ['mobile numbers', '张三 13800138000\n李四13900139000', ['张三', '李四']],
    ['mobile numbers in brackets', '张三（13800138000）', ['张三']],
    [
      'rows of a sheet with headings',
      '序号\t姓名\t部门\t手机\n1\t张三\t机电\t13800138000\n2\t孙无\t文\t13900139000',
      ['张三', '孙无'],
    ],
    ['rows of a sheet without headings', '1\t张三\t机电学院\n2\t李四\t文学院', ['张三', '李四']],
    ['a sum at the end', '张三、李四，共2人', ['张三', '李四']],
    ['a sum in a line of its own', '张三\n李四\n合计：2人', ['张三', '李四']],
    ['the times of a chat', '张三 2026/11/3 10:22:01\n报名+1\n李四 11月3日 10:25\n+1', ['张三', '李四']],
    ['the same twice', '张三\n李四\n张三', ['张三', '李四', '张三']],
    ['names of nobody', '1. 周星星\n2. 吴孟', ['周星星', '吴孟']],
    ['names of nobody in a row', '张三、周星星、吴孟达', ['张三', '周星星', '吴孟达']],
    ['a name that ends like an office', '1. 陈处\n2. 张卫所', ['陈处', '张卫所']],
    ['traditional characters', '#接龍\n1. 張三豐\n2. 王芳', ['張三豐', '王芳']],
    ['names in Latin letters', '1. Tom Lee\n2. 张三', ['Tom Lee', '张三']],
    [
      'a notice before the names',
      '各位会员：请接龙报名！\n时间：周六上午8:00\n地点：云溪湖\n张三\n李四',
      ['张三', '李四'],
    ],
    ['who keeps the list', '联系人：王芳 13800138000\n1. 张三', ['张三']],
    ['a name for another', '张三（代李四报名）', ['张三']],
    ['nothing', ' \n\n', []],
  ])('%s', (_, text, expected) => {
    expect(names(text)).toEqual(expected)
  })

  it('says what is said of a person besides the name', () => {
    const { people } = readPastedNames(
      '1. 王五（带家属）+1\n2. 张三 机电学院 00123 13800138000\n3. 李四 请假\n机电学院：赵六、钱七',
      known,
    )
    expect(people.map(({ line: _line, text: _text, ...said }) => said)).toEqual([
      {
        name: '王五',
        staffNumber: null,
        idNumber: null,
        phone: null,
        department: null,
        remark: '带家属 +1',
        declines: false,
      },
      {
        name: '张三',
        staffNumber: '00123',
        idNumber: null,
        phone: '13800138000',
        department: '机电学院',
        remark: null,
        declines: false,
      },
      {
        name: '李四',
        staffNumber: null,
        idNumber: null,
        phone: null,
        department: null,
        remark: '请假',
        declines: true,
      },
      {
        name: '赵六',
        staffNumber: null,
        idNumber: null,
        phone: null,
        department: '机电学院',
        remark: null,
        declines: false,
      },
      {
        name: '钱七',
        staffNumber: null,
        idNumber: null,
        phone: null,
        department: '机电学院',
        remark: null,
        declines: false,
      },
    ])
  })

  it('shows what it leaves out', () => {
    expect(readPastedNames('#接龙 秋游\n1. 张三\n共1人', known).leftOut).toEqual([
      { line: 1, text: '#接龙 秋游' },
      { line: 3, text: '共1人' },
    ])
  })
})

const family = fc.constantFrom(...Array.from('周吴郑冯卫蒋沈韩杨朱秦尤许何吕施'))
const given = fc.constantFrom(...Array.from('伟芳娜敏静丽强磊洋艳勇杰娟涛明超秀霞平刚'))
const name = fc
  .tuple(family, fc.array(given, { minLength: 1, maxLength: 2 }))
  .map(([first, rest]) => first + rest.join(''))
const shape = fc.constantFrom<(names: readonly string[]) => string>(
  (all) => all.map((one, index) => `${index + 1}. ${one}`).join('\n'),
  (all) => all.map((one, index) => `${index + 1}、${one}`).join(' '),
  (all) => all.map((one, index) => `（${index + 1}）${one}`).join('\n'),
  (all) => all.join('、'),
  (all) => all.join('，'),
  (all) => all.join('  '),
  (all) => all.join('\n'),
  (all) => all.map((one) => `${one}+1`).join('；'),
  (all) => all.map((one) => `${one}（带家属）`).join('\n'),
  (all) => `#接龙\n报名\n${all.map((one, index) => `${index + 1}. ${one} 机电学院`).join('\n')}`,
  (all) => all.map((one) => `@${one}`).join(' '),
)

describe('whatever is pasted', () => {
  it('no name of a list is lost, known or not', () => {
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 20 }), shape, fc.boolean(), (all, written, isKnown) => {
        const read = readPastedNames(written(all), {
          isName: (text) => isKnown && all.includes(text),
          isDepartment: (text) => departments.has(text),
        })
        expect(read.people.map((person) => person.name)).toEqual(all)
      }),
      { seed: 20261124, numRuns: 400 },
    )
  })

  it('no letter or digit of it is lost', () => {
    const scrap = fc.oneof(
      name,
      fc.constantFrom(...members, ...departments),
      fc.constantFrom(
        '报名',
        '参加',
        '带家属',
        '+1',
        '共3人',
        '13800138000',
        '00123',
        '2人',
        '请假',
        'Tom',
        '秋游活动',
      ),
      fc.constantFrom('、', '，', ' ', '\n', '（', '）', '：', '。', '\t', '-', '@', '#'),
      fc.string({ maxLength: 3 }),
    )
    fc.assert(
      fc.property(fc.array(scrap, { maxLength: 25 }), (scraps) => {
        const text = scraps.join('')
        const { people, leftOut } = readPastedNames(text, known)
        const told = [
          ...people.flatMap((person) => [person.text, person.department]),
          ...leftOut.map((rest) => rest.text),
        ].join(' ')
        for (const run of text.match(/\p{Script=Han}+/gu) ?? []) {
          for (const character of run) expect(told).toContain(character)
        }
      }),
      { seed: 20261124, numRuns: 600 },
    )
  })
})
