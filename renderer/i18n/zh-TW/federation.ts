import type { Locale } from '../locale'
import type source from '../zh-CN/federation'

const federation: Locale<typeof source> = {
  title: '連線',
}

export default federation
