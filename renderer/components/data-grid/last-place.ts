/** Where a person was in a list: how far down, and on which row. */
interface Place {
  readonly offset: number
  readonly active: number | null
}

const top: Place = { offset: 0, active: null }
let last: { readonly listKey: string; readonly place: Place } | null = null

/** Remembers the place in the list that is being left, so that the way back from a record leads to it. */
export function leavePlace(listKey: string, place: Place): void {
  last = { listKey, place }
}

/** The place in a list that was left last; its top for every other list. */
export function placeIn(listKey: string): Place {
  return last?.listKey === listKey ? last.place : top
}
