import type { PluralLocale } from '../locale'
import type source from '../zh-CN/access'

const access: PluralLocale<typeof source> = {
  title: 'Access',
}

export default access
