import { useRef, useState } from 'react'

/** Rows chosen in a long list, by their ids. */
export interface Selection<Id extends string> {
  readonly ids: ReadonlySet<Id>
  readonly clear: () => void
  /** Chooses one row or gives it up; a range starts here. */
  readonly toggle: (id: Id, index: number) => void
  /** Chooses everything between the last row toggled and this one. */
  readonly extendTo: (index: number) => void
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
  const anchor = useRef(0)

  function withAllIds(choose: (all: readonly Id[]) => void) {
    allIds().then(choose, onError)
  }

  return {
    ids,
    clear: () => setIds(new Set()),
    toggle: (id, index) => {
      anchor.current = index
      setIds((before) =>
        before.has(id) ? new Set([...before].filter((other) => other !== id)) : new Set([...before, id]),
      )
    },
    extendTo: (index) => {
      const [first, last] = [Math.min(anchor.current, index), Math.max(anchor.current, index)]
      withAllIds((all) => setIds((before) => new Set([...before, ...all.slice(first, last + 1)])))
    },
    selectAll: () => withAllIds((all) => setIds(new Set(all))),
  }
}
