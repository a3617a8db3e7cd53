import type { Locale } from '../locale'
import type source from '../zh-CN/dues'

const dues: Locale<typeof source> = {
  title: '會費',
}

export default dues
