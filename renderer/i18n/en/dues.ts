import type { PluralLocale } from '../locale'
import type source from '../zh-CN/dues'

const dues: PluralLocale<typeof source> = {
  title: 'Dues',
}

export default dues
