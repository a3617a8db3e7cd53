import { useState } from 'react'

/** Rows chosen in a long list, by their ids. */
export interface Selection<Id extends string> {
  readonly ids: ReadonlySet<Id>
  readonly clear: () => void
  /** Chooses one row or gives it up. */
  readonly toggle: (id: Id) => void
  /** Chooses every row between two indexes, both included. */
  readonly addRange: (one: number, other: number) => void
  /** Chooses every row of the list, those not in sight included. */
  readonly selectAll: () => void
}

/**
 * The selection of a long list.
 * @param allIds the ids of the whole list in its order, asked for when a range or everything is chosen
 * @param onError told when they cannot be had
 */
export function useSelection<Id extends string>(
  allIds: () => Promise<readonly Id[]>,
  onError: (error: unknown) => void,
): Selection<Id> {
  const [ids, setIds] = useState<ReadonlySet<Id>>(new Set())

  function withAllIds(choose: (all: readonly Id[]) => void) {
    allIds().then(choose, onError)
  }

  return {
    ids,
    clear: () => setIds(new Set()),
    toggle: (id) =>
      setIds((before) =>
        before.has(id) ? new Set([...before].filter((other) => other !== id)) : new Set([...before, id]),
      ),
    addRange: (one, other) => {
      const [first, last] = [Math.min(one, other), Math.max(one, other)]
      withAllIds((all) => setIds((before) => new Set([...before, ...all.slice(first, last + 1)])))
    },
    selectAll: () => withAllIds((all) => setIds(new Set(all))),
  }
}
