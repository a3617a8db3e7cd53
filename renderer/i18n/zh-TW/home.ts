import type { Locale } from '../locale'
import type source from '../zh-CN/home'

const home: Locale<typeof source> = {
  title: '首頁',
}

export default home
