import type { Day } from '../../model/date'
import type { RequestInput, RequestState } from '../../model/request'
import type { SheetLanguage } from '../roster/sheet-words'

interface RequestWords {
  readonly title: string
  readonly lines: (from: Day | null, until: Day | null, total: number) => string
  readonly headings: readonly string[]
  readonly unnamed: string
  readonly confidential: string
  readonly hidden: (count: number) => string
  readonly kinds: Readonly<Record<RequestInput['kind'], string>>
  readonly urgencies: Readonly<Record<RequestInput['urgency'], string>>
  readonly channels: Readonly<Record<RequestInput['channel'], string>>
  readonly states: Readonly<Record<RequestState, string>>
  /** From 1 to 5 points. */
  readonly satisfactions: readonly string[]
}

const span = (from: Day | null, until: Day | null, all: string, dash: string) =>
  from === null && until === null ? all : `${from ?? ''}${dash}${until ?? ''}`

/** Words of the register of requests as a sheet. */
export const requestWords: Readonly<Record<SheetLanguage, RequestWords>> = {
  'zh-CN': {
    title: '职工诉求登记表',
    lines: (from, until, total) => `收到日期：${span(from, until, '不限', ' 至 ')}　共 ${total} 件`,
    headings: [
      ...['收到日期', '诉求人', '部门', '分类', '主题', '级别', '渠道', '标题', '内容'],
      ...['承办人', '办理期限', '状态', '办结日期', '满意度'],
    ],
    unnamed: '匿名',
    confidential: '（保密）',
    hidden: (count) => `其中保密诉求 ${count} 件，未列出诉求人和内容。`,
    kinds: { inquiry: '咨询', appeal: '求决', suggestion: '意见建议' },
    urgencies: { ordinary: '一般', urgent: '紧急', atOnce: '特殊', beyond: '超出范围' },
    channels: {
      ...{ visit: '来访', phone: '电话', letter: '来信', online: '网络' },
      ...{ questionnaire: '问卷', interview: '走访座谈' },
    },
    states: { waiting: '待办理', accepted: '已受理', handling: '办理中', replied: '已回复', closed: '已办结' },
    satisfactions: ['很不满意', '不满意', '一般', '满意', '很满意'],
  },
  'zh-TW': {
    title: '會員訴求登記表',
    lines: (from, until, total) => `收件日期：${span(from, until, '不限', ' 至 ')}　共 ${total} 件`,
    headings: [
      ...['收件日期', '訴求人', '部門', '分類', '主題', '級別', '管道', '標題', '內容'],
      ...['承辦人', '辦理期限', '狀態', '結案日期', '滿意度'],
    ],
    unnamed: '匿名',
    confidential: '（保密）',
    hidden: (count) => `其中保密訴求 ${count} 件，未列出訴求人和內容。`,
    kinds: { inquiry: '諮詢', appeal: '請求處理', suggestion: '意見建議' },
    urgencies: { ordinary: '一般', urgent: '緊急', atOnce: '特殊', beyond: '超出範圍' },
    channels: {
      ...{ visit: '來訪', phone: '電話', letter: '來信', online: '網路' },
      ...{ questionnaire: '問卷', interview: '訪談' },
    },
    states: { waiting: '待辦理', accepted: '已受理', handling: '辦理中', replied: '已回覆', closed: '已結案' },
    satisfactions: ['很不滿意', '不滿意', '普通', '滿意', '很滿意'],
  },
  en: {
    title: 'Register of requests',
    lines: (from, until, total) => `Received: ${span(from, until, 'any day', ' to ')}   ${total} in all`,
    headings: [
      ...['Received on', 'Who asked', 'Department', 'Kind', 'Topic', 'Urgency', 'Channel', 'Title', 'Text'],
      ...['Handled by', 'Due on', 'State', 'Closed on', 'Satisfaction'],
    ],
    unnamed: 'Anonymous',
    confidential: '(confidential)',
    hidden: (count) => `${count} of them confidential: neither who asked nor what is listed.`,
    kinds: { inquiry: 'Question', appeal: 'Problem to solve', suggestion: 'Suggestion' },
    urgencies: { ordinary: 'Ordinary', urgent: 'Urgent', atOnce: 'At once', beyond: 'Out of scope' },
    channels: {
      ...{ visit: 'Visit', phone: 'Telephone', letter: 'Letter', online: 'Online' },
      ...{ questionnaire: 'Questionnaire', interview: 'Interview' },
    },
    states: {
      ...{ waiting: 'Waiting', accepted: 'Accepted', handling: 'In progress' },
      ...{ replied: 'Answered', closed: 'Closed' },
    },
    satisfactions: ['Very dissatisfied', 'Dissatisfied', 'Neutral', 'Satisfied', 'Very satisfied'],
  },
}
