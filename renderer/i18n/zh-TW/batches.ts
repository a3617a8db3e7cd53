import type { Locale } from '../locale'
import type source from '../zh-CN/batches'

const batches: Locale<typeof source> = {
  title: '操作紀錄',
}

export default batches
