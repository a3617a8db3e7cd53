import { useLocation } from 'react-router'
import { z } from 'zod'
import { peopleSchema, type People } from '../../../shared/contract/reports'
import type { ActivityId, MemberId } from '../../../shared/model/id'
import type { ReceiverProfileKind } from '../../../shared/model/receiver-profile'
import { useListState } from '../members/use-list-state'

const stateSchema = z.object({ people: peopleSchema })

/** What a page of a report or a paper is opened with by pages that know the people already. */
export function membersState(ids: readonly MemberId[]): { readonly people: People } {
  return { people: { by: 'ids', ids: [...ids] } }
}

/** Everybody with a place in an activity, or those who came. */
export function activityState(activityId: ActivityId, attendance: 'present' | null): { readonly people: People } {
  return { people: { by: 'activity', activityId, attendance } }
}

/** Those who are members now: active and kept. */
export const PRESENT_MEMBERS = '?status=active&status=kept'

/** The page on which a report is made, with its people chosen as they mostly are. */
export function sendPath(profileId: string, kind: ReceiverProfileKind): string {
  return `/reports/send/${profileId}${kind === 'member' ? PRESENT_MEMBERS : ''}`
}

/** Of whom the page is: handed over by the page before, or those of the filter in the address. */
export function usePeople() {
  const location = useLocation()
  const list = useListState()
  const given = stateSchema.safeParse(location.state)
  const people: People = given.success ? given.data.people : { by: 'filter', filter: list.filter, sort: list.sort }
  return { people, list }
}
