import { branchPages } from './branch-pages'
import { directivePages } from './directive-pages'
import type { PageGroup } from './route'

/** Every group of pages; within a section the navigation has them in this order. */
export const groups: readonly PageGroup[] = [branchPages, directivePages]
