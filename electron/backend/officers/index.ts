import { withBranch } from '../context'
import { articles } from './articles'
import { committees } from './committees'
import { delegates } from './delegates'
import { posts } from './posts'
import { providers } from './providers'
import { rosters } from './rosters'
import { team } from './team'
import { training } from './training'

/** Officers 队伍. */
export const officers = withBranch.officers.router({
  committees,
  delegates,
  posts,
  team,
  training,
  providers,
  articles,
  rosters,
})
