import type { Locale } from '../locale'
import type source from '../zh-CN/directives'

const directives: Locale<typeof source> = {
  title: '上級通知',
  none: '還沒有收到上級通知',
  noneText: '上級工會下發的通知會出現在這裡，需要答覆的會在首頁提醒。',
  column: { title: '通知', asks: '要求', dueOn: '截止', state: '狀態' },
  asks: { acknowledgement: '知悉', figure: '回報數字', text: '書面答覆' },
  asksUnit: '{{ask}}（{{unit}}）',
  state: { open: '待答覆', overdue: '已過截止日期', answered: '{{date}} 已答覆', withdrawn: '已撤回' },
  issued: '下發日期 {{date}}',
  due: '截止日期 {{date}}',
  noDue: '沒有截止日期',
  answer: '答覆',
  answerAgain: '修改答覆',
  open: '檢視',
  figure: '回報數字',
  figureUnit: '回報數字（{{unit}}）',
  figureWrong: '請填寫數字，最多兩位小數',
  text: '書面答覆',
  remark: '說明（可不填）',
  by: '答覆人',
  send: '答覆',
  acknowledge: '已知悉',
  sent: '已答覆，連線後自動上報',
}

export default directives
