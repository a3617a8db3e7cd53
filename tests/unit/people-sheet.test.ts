import { describe, expect, it } from 'vitest'
import { daySchema } from '../../shared/model/date'
import { plainQuestion, readPeopleSheet, readSatisfaction } from '../../shared/rules/activities/people-sheet'
import type { Cell, RawSheet } from '../../shared/rules/roster/cell'

const today = daySchema.parse('2026-11-24')

function sheet(rows: readonly (readonly Cell[])[], name = 'Sheet1'): RawSheet {
  return {
    name,
    hidden: false,
    hiddenColumns: [],
    merges: [],
    typed: true,
    rows: rows.map((cells, index) => ({ row: index + 1, hidden: false, cells: [...cells] })),
  }
}

const at = (text: string) => new Date(text).toISOString()

describe('a sheet of those who signed up', () => {
  it('is read as 问卷星 writes it', () => {
    const { rows, columns } = readPeopleSheet(
      [
        sheet([
          [
            '序号',
            '提交答卷时间',
            '所用时间',
            '来源',
            '来源详情',
            '来自IP',
            '1、您的姓名：',
            '2、请填写您的工号',
            '3、手机号码',
            '4、是否参加本次秋游',
            '5、衣服尺码',
            '6、备注',
          ],
          [
            '1',
            '2026/11/3 10:22:01',
            '35秒',
            '微信',
            'N/A',
            '1.2.3.4(浙江)',
            '张三',
            '00123',
            '13800138000',
            '参加',
            'XL',
            '坐中间',
          ],
          [
            '2',
            '2026/11/3 9:05:00',
            '12秒',
            '微信',
            'N/A',
            '1.2.3.4(浙江)',
            '李四',
            'A07',
            '13900139000',
            '不参加',
            'M',
            '无',
          ],
        ]),
      ],
      today,
    )
    expect(rows).toMatchObject([
      {
        row: 2,
        name: '张三',
        staffNumber: '00123',
        phone: '13800138000',
        signedUpAt: at('2026-11-03T10:22:01'),
        declines: false,
        remark: '衣服尺码:XL；坐中间',
      },
      {
        row: 3,
        name: '李四',
        staffNumber: 'A07',
        signedUpAt: at('2026-11-03T09:05:00'),
        declines: true,
        remark: '衣服尺码:M',
      },
    ])
    expect(columns.map(({ heading, meaning }) => [heading, meaning])).toEqual([
      ['提交答卷时间', 'signedUpAt'],
      ['是否参加本次秋游', 'comes'],
      ['衣服尺码', 'other'],
      ['备注', 'remark'],
    ])
  })

  it('is read as 腾讯问卷 writes it, and without headings of a questionnaire', () => {
    const tencent = sheet([
      ['编号', '开始答题时间', '结束答题时间', '答题时长', 'Q1.姓名', 'Q2.部门', 'Q3.联系电话'],
      [1, '2026-11-03 10:20:00', '2026-11-03 10:21:30', 90, '张三', '机电学院', '13800138000'],
    ])
    const plain = sheet([
      ['秋游报名表'],
      ['序号', '姓名', '工号', '部门', '报名时间'],
      [1, '张三', '00123', '机电学院', '2026年11月3日 10时22分'],
      [2, '李四', null, '文学院', { kind: 'date', day: '2026-11-02' }],
      [null, '合计', null, '2人'],
    ])
    expect(readPeopleSheet([tencent], today).rows).toMatchObject([
      { name: '张三', department: '机电学院', phone: '13800138000', signedUpAt: at('2026-11-03T10:21:30') },
    ])
    expect(readPeopleSheet([plain], today).rows).toMatchObject([
      { name: '张三', staffNumber: '00123', signedUpAt: at('2026-11-03T10:22:00') },
      { name: '李四', staffNumber: null, signedUpAt: at('2026-11-02T00:00:00') },
    ])
  })

  it('names cells that it cannot read', () => {
    const { rows } = readPeopleSheet(
      [
        sheet([
          ['姓名', '手机号', '提交时间'],
          ['张三', '13800138000', '昨天'],
          ['李四', '13900139000', '13月40日'],
        ]),
      ],
      today,
    )
    expect(rows.map(({ faults }) => faults)).toEqual([
      [{ heading: '提交时间', text: '昨天' }],
      [{ heading: '提交时间', text: '13月40日' }],
    ])
  })
})

describe('a sheet of those who came', () => {
  it('says who came, when and who did not', () => {
    const { rows } = readPeopleSheet(
      [
        sheet([
          ['姓名', '工号', '签到情况', '签到时间'],
          ['张三', '00123', '已签到', '2026-11-03 08:55'],
          ['李四', 'A07', '未签到', null],
          ['王五', '00125', '√', null],
          ['赵六', '00126', '请假', null],
          ['钱七', '00127', '??', null],
          ['孙八', '00128', null, '2026-11-03 09:10'],
        ]),
      ],
      today,
    )
    expect(rows.map(({ attendance, attendedAt }) => [attendance, attendedAt])).toEqual([
      ['present', at('2026-11-03T08:55:00')],
      ['absent', null],
      ['present', null],
      ['absent', null],
      [null, null],
      ['present', at('2026-11-03T09:10:00')],
    ])
    expect(rows[4]?.faults).toEqual([{ heading: '签到情况', text: '??' }])
  })
})

describe('a sheet of answers', () => {
  it('has satisfaction and opinions', () => {
    const { rows } = readPeopleSheet(
      [
        sheet([
          ['提交时间', '1.您的姓名', '2.您对本次活动的总体满意度', '3.您对餐饮的满意度', '4.意见和建议'],
          ['2026/11/5 20:00', '张三', '非常满意', '一般', '午餐早一点'],
          ['2026/11/5 20:01', '李四', '4', '满意', '没有'],
        ]),
      ],
      today,
    )
    expect(rows).toMatchObject([
      { name: '张三', satisfaction: 5, remark: '对餐饮的满意度:一般；午餐早一点' },
      { name: '李四', satisfaction: 4, remark: '对餐饮的满意度:满意' },
    ])
  })

  it.each([
    ['5', 5],
    ['3.0', 3],
    ['4分', 4],
    ['A.非常满意', 5],
    ['很满意', 5],
    ['比较满意', 4],
    ['满意', 4],
    ['一般', 3],
    ['基本满意', 3],
    ['不太满意', 2],
    ['不满意', 2],
    ['非常不满意', 1],
    ['★★★★☆', 4],
    ['优秀', 5],
    ['8', null],
    ['85分', null],
    ['随便', null],
  ])('%s is %s', (text, expected) => {
    expect(readSatisfaction(text)).toBe(expected)
  })
})

it.each([
  ['1、您的姓名：', '姓名'],
  ['2. 请填写您的工号（必填）', '工号'],
  ['*3.手机号码[填空题]', '手机号码'],
  ['Q4 您所在的部门', '所在的部门'],
  ['第5题 姓名', '姓名'],
  ['姓名', '姓名'],
])('the question %s asks for %s', (heading, expected) => {
  expect(plainQuestion(heading)).toBe(expected)
})
