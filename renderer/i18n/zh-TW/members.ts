import type { Locale } from '../locale'
import type source from '../zh-CN/members'

const members: Locale<typeof source> = {
  title: '會員',
}

export default members
