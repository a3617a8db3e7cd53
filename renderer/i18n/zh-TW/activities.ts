import type { Locale } from '../locale'
import type source from '../zh-CN/activities'

const activities: Locale<typeof source> = {
  title: '活動',
}

export default activities
