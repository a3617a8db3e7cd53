import type { Locale } from '../locale'
import type source from '../zh-CN/attachments'

const attachments: Locale<typeof source> = {
  label: '附件類別',
  title: '附件',
  add: '新增圖片或 PDF',
  hint: 'JPG、PNG 圖片或 PDF，每個不超過 10 MB。附件只存在這台電腦上，不上傳。',
  none: '還沒有附件',
  open: '檢視',
  save: '另存',
  saved: '已另存',
}

export default attachments
