import type { PluralLocale } from '../locale'
import type source from '../zh-CN/batches'

const batches: PluralLocale<typeof source> = {
  title: 'Log',
}

export default batches
