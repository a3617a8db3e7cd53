import type { Locale } from '../locale'
import type source from '../zh-CN/directives'

const directives: Locale<typeof source> = {
  title: 'Directives of the union above',
  none: 'No directive has come yet',
  noneText: 'Directives of the union above appear here; the home page reminds of those that need an answer.',
  column: { title: 'Directive', asks: 'Asks for', dueOn: 'Due', state: 'State' },
  asks: { acknowledgement: 'Acknowledgement', figure: 'A figure', text: 'A written answer' },
  asksUnit: '{{ask}} ({{unit}})',
  state: { open: 'Waits for an answer', overdue: 'Overdue', answered: 'Answered on {{date}}', withdrawn: 'Taken back' },
  issued: 'Issued on {{date}}',
  due: 'Due on {{date}}',
  noDue: 'Without a deadline',
  answer: 'Answer',
  answerAgain: 'Change the answer',
  open: 'Open',
  figure: 'Figure',
  figureUnit: 'Figure ({{unit}})',
  figureWrong: 'Enter a number with two decimals at most',
  text: 'Written answer',
  remark: 'Remark (optional)',
  by: 'Answered by',
  send: 'Answer',
  acknowledge: 'Acknowledged',
  sent: 'Answered; it goes up with the next connection',
}

export default directives
