import { useParams } from 'react-router'
import { memberIdSchema, type MemberId } from '../../../shared/model/id'

/** The member named in the address of the page. @throws ZodError when the address names none */
export function useMemberId(): MemberId {
  return memberIdSchema.parse(useParams()['id'])
}
