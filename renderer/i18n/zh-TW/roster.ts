import type { Locale } from '../locale'
import type source from '../zh-CN/roster'

const roster: Locale<typeof source> = {
  title: '匯入名冊',
}

export default roster
