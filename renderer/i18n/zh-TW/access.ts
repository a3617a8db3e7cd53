import type { Locale } from '../locale'
import type source from '../zh-CN/access'

const access: Locale<typeof source> = {
  title: '登入',
}

export default access
