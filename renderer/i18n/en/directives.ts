import type { Locale } from '../locale'
import type source from '../zh-CN/directives'

const directives: Locale<typeof source> = {
  title: 'Directives of the union above',
  none: 'No directive has come yet',
  noneText: 'Directives of the union above appear here; the home page reminds of those that need an answer.',
  column: { title: 'Directive', asks: 'Asks for', dueOn: 'Due', state: 'State' },
  asks: { acknowledgement: 'Acknowledgement', figure: 'A figure', text: 'A written answer', file: 'A file' },
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
  file: 'File to hand in',
  chooseFile: 'Choose a file',
  otherFile: 'Choose another file',
  saveFile: 'Save a copy',
  fileSaved: 'Copy saved',
  fileHint: 'One picture (JPG, PNG), PDF, Excel (.xlsx) or Word (.docx) file of up to 20 MB. Put several into one PDF.',
  fileMissing: 'Choose the file to hand in',
  fileState: {
    waiting: 'File waits to go up',
    sending: 'File {{percent}}% sent',
    stored: 'File received above',
    refused: 'File not taken: choose another one',
    elsewhere: 'File is on another PC of the branch',
  },
  sentFile: 'Answered; the file goes up with the next connection, or with the next report on a stick',
  send: 'Answer',
  acknowledge: 'Acknowledged',
  sent: 'Answered; it goes up with the next connection',
}

export default directives
