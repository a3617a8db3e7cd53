import type { Locale } from '../locale'
import type source from '../zh-CN/directives'

const directives: Locale<typeof source> = {
  title: '上級通知',
  none: '還沒有收到上級通知',
  noneText: '上級工會下發的通知會出現在這裡，需要答覆的會在首頁提醒。',
  column: { title: '通知', asks: '要求', dueOn: '截止', state: '狀態' },
  asks: { acknowledgement: '知悉', figure: '回報數字', text: '書面答覆', file: '回報檔案' },
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
  file: '要回報的檔案',
  chooseFile: '選擇檔案',
  otherFile: '換一個檔案',
  saveFile: '另存新檔',
  fileSaved: '已另存新檔',
  fileHint: '圖片（JPG、PNG）、PDF、Excel（.xlsx）或 Word（.docx），一個，不超過 20 MB。要交幾個的，請合成一個 PDF。',
  fileMissing: '請選擇要回報的檔案',
  fileState: {
    waiting: '檔案等待上傳',
    sending: '檔案已上傳 {{percent}}%',
    stored: '上級已收到檔案',
    refused: '上級不收這個檔案，請換一個',
    elsewhere: '檔案在本會的另一台電腦上',
  },
  sentFile: '已答覆，連線後檔案自動上傳；沒有網路的，寫出上報檔案時一起帶走',
  send: '答覆',
  acknowledge: '已知悉',
  sent: '已答覆，連線後自動上報',
}

export default directives
