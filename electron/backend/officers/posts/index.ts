import { committeeQueries } from '../../../../db/queries/officers/committees'
import { dayOf } from '../../../../shared/rules/date'
import { wasHeldOn } from '../../../../shared/rules/organisation/as-of'
import { withBranch } from '../../context'

const os = withBranch.officers.posts

/** Posts 职务 held over time. */
export const posts = os.router({
  list: os.list.handler(({ context }) => {
    const today = dayOf(new Date())
    return committeeQueries(context.db)
      .allPosts.all()
      .map((post) => ({ ...post, isHeld: wasHeldOn(post, today, today) !== 'no' }))
  }),
})
