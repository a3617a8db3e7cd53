import type { PluralLocale } from '../locale'
import type source from '../zh-CN/home'

const home: PluralLocale<typeof source> = {
  title: 'Home',
}

export default home
