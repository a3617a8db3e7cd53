import { postTitle } from '../../../shared/codes'
import type { UnitId } from '../../../shared/model/id'
import { postInputSchema, type Post, type PostInput } from '../../../shared/model/post'
import { compareDates } from '../../../shared/rules/date'
import { optionalDate } from './unit-draft'

/** A post as typed; `title` is what stands in the box, translated where it is one of the usual ones. */
export interface PostDraft {
  readonly unitId: UnitId | null
  readonly title: string
  readonly engagement: PostInput['engagement']
  readonly term: string
  readonly heldFrom: string
  readonly heldTo: string
  readonly documentNumber: string
  readonly note: string
}

export function newPostDraft(unitId: UnitId | null): PostDraft {
  return {
    unitId,
    title: '',
    engagement: null,
    term: '',
    heldFrom: '',
    heldTo: '',
    documentNumber: '',
    note: '',
  }
}

/** @param label how a usual title is shown */
export function postDraftOf(post: Post, label: (title: string) => string): PostDraft {
  return {
    unitId: post.unitId,
    title: label(post.title),
    engagement: post.engagement,
    term: post.term ?? '',
    heldFrom: post.heldFrom ?? '',
    heldTo: post.heldTo ?? '',
    documentNumber: post.documentNumber ?? '',
    note: post.note ?? '',
  }
}

export type PostProblem = 'nameMissing' | 'fromWrong' | 'toWrong' | 'endsBeforeStart'

/** Reads a draft and says what is wrong. @param label how a usual title is shown */
export function readPostDraft(
  draft: PostDraft,
  label: (title: string) => string,
): { readonly post: PostInput | null; readonly problems: ReadonlySet<PostProblem> } {
  const problems = new Set<PostProblem>()
  const typed = draft.title.trim()
  const title = postTitle.values.find((value) => label(value) === typed) ?? typed
  if (title === '') problems.add('nameMissing')
  const [heldFrom, heldTo] = [optionalDate(draft.heldFrom), optionalDate(draft.heldTo)]
  if (heldFrom === undefined) problems.add('fromWrong')
  if (heldTo === undefined) problems.add('toWrong')
  if (heldFrom && heldTo && compareDates(heldTo, heldFrom) === 'before') problems.add('endsBeforeStart')
  const orNull = (text: string) => text.trim() || null
  const read = postInputSchema.safeParse({
    unitId: draft.unitId,
    title,
    engagement: draft.engagement,
    term: orNull(draft.term),
    heldFrom,
    heldTo,
    documentNumber: orNull(draft.documentNumber),
    note: orNull(draft.note),
  })
  return { post: problems.size === 0 ? (read.data ?? null) : null, problems }
}
