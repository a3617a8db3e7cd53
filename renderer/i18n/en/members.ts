import type { PluralLocale } from '../locale'
import type source from '../zh-CN/members'

const members: PluralLocale<typeof source> = {
  title: 'Members',
}

export default members
