import type { Locale } from '../locale'
import type source from '../zh-CN/attachments'

const attachments: Locale<typeof source> = {
  label: 'Kind of attachment',
  title: 'Attachments',
  add: 'Add pictures or PDF',
  hint: 'JPG or PNG pictures or PDF, up to 10 MB each. They stay on this PC and are not sent anywhere.',
  none: 'No attachments yet',
  open: 'View',
  save: 'Save a copy',
  saved: 'Copy saved',
}

export default attachments
