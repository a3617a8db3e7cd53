import type { z } from 'zod'
import { codeList } from '../code-list'

/**
 * 诉求主题: what members ask for; others may be typed. No national list is published; these are the topics that unions
 * report of their work orders (e.g. Beijing 12345 of the unions 2021: data correction, mutual-aid claims).
 */
export const requestTopic = codeList('topics of work orders of union hotlines 工会热线诉求分类', [
  ['工资', null],
  ['加班', null],
  ['劳动合同', null],
  ['社保公积金', null],
  ['休息休假', null],
  ['劳动保护', null],
  ['食堂', null],
  ['住房', null],
  ['通勤停车', null],
  ['子女', null],
  ['女职工', null],
  ['文体活动', null],
  ['福利慰问', null],
  ['困难帮扶', null],
  ['健康体检', null],
  ['教育培训', null],
  ['会员资料更正', null],
  ['互助理赔', null],
  ['法律', null],
])
export type RequestTopic = z.infer<typeof requestTopic.schema>

/** Words by which a text is told to be about a topic; read on this PC only, to propose a topic that a person confirms. */
export const topicWords: Readonly<Record<RequestTopic, readonly string[]>> = {
  工资: ['工资', '薪', '奖金', '绩效', '补贴', '津贴', '欠薪', '报酬'],
  加班: ['加班', '加点', '工时', '调休', '倒班', '排班', '夜班', '超时'],
  劳动合同: ['劳动合同', '合同', '续签', '解除', '辞退', '辞职', '试用期', '派遣', '转正', '调岗'],
  社保公积金: ['社保', '五险', '养老保险', '医保', '医疗保险', '失业保险', '工伤保险', '公积金', '断缴'],
  休息休假: ['年休假', '休假', '年假', '请假', '病假', '事假', '休息'],
  劳动保护: [
    '劳保',
    '劳动保护',
    '防护',
    '安全',
    '高温',
    '降温',
    '噪声',
    '噪音',
    '粉尘',
    '职业病',
    '工伤',
    '手套',
    '口罩',
  ],
  食堂: ['食堂', '饭菜', '菜品', '伙食', '就餐', '用餐', '餐厅', '打饭', '口味', '饭'],
  住房: ['住房', '宿舍', '租房', '房租', '公租房', '漏水', '热水器'],
  通勤停车: ['班车', '通勤', '停车', '车位', '充电桩', '上下班'],
  子女: ['子女', '孩子', '托管', '入学', '上学', '暑托', '寒托', '幼儿园', '托班'],
  女职工: ['女职工', '哺乳', '产假', '孕期', '怀孕', '母婴', '生育'],
  文体活动: ['活动', '球', '健身', '运动会', '春游', '秋游', '疗休养', '场馆', '兴趣小组', '比赛'],
  福利慰问: ['福利', '慰问', '慰问品', '节日', '生日', '蛋糕', '发放', '物资'],
  困难帮扶: ['困难', '帮扶', '救助', '补助', '低保', '家庭变故'],
  健康体检: ['体检', '健康', '复查', '心理', '咨询师'],
  教育培训: ['培训', '学习', '进修', '职称', '技能', '考证', '学费'],
  会员资料更正: ['资料', '更正', '姓名错误', '身份证号', '手机号', '会员信息', '信息有误', '会员卡', '转会'],
  互助理赔: ['互助', '理赔', '保障计划', '赔付', '住院保障', '重疾'],
  法律: ['法律', '律师', '仲裁', '诉讼', '官司', '起诉', '维权'],
}
