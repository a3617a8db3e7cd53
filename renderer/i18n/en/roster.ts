import type { PluralLocale } from '../locale'
import type source from '../zh-CN/roster'

const roster: PluralLocale<typeof source> = {
  title: 'Import roster',
}

export default roster
