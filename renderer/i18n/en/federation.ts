import type { PluralLocale } from '../locale'
import type source from '../zh-CN/federation'

const federation: PluralLocale<typeof source> = {
  title: 'Connection',
}

export default federation
