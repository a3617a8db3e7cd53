import { skipToken, useQuery } from '@tanstack/react-query'
import type { MemberId } from '../../../shared/model/id'
import { api } from '../../client'
import { holderOf, type MemberDraft } from './member-draft'

/** Another member who has the ID number of a draft already, looked up as soon as the number is right; null if none. */
export function useIdHolder(draft: MemberDraft, exceptId: MemberId | null) {
  const idNumber = holderOf(draft)?.number
  const { data = null } = useQuery(
    api.members.findByIdNumber.queryOptions({
      input: idNumber === undefined ? skipToken : { idNumber, exceptId },
      // A number in clear leaves the page's memory with the form.
      gcTime: 0,
    }),
  )
  return data
}
