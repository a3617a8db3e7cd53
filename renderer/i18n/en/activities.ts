import type { PluralLocale } from '../locale'
import type source from '../zh-CN/activities'

const activities: PluralLocale<typeof source> = {
  title: 'Activities',
}

export default activities
