/** Numbers that look random and are the same for the same seed (mulberry32), so that made-up data can be repeated. */
export interface Random {
  /** A whole number from 0 to `below - 1`. */
  below(below: number): number
  /** One of the values, each as likely. */
  pick<Value>(values: readonly [Value, ...Value[]]): Value
  /** True in one of `times` cases. */
  oneIn(times: number): boolean
}

export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const below = (limit: number) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }
  return {
    below,
    pick: (values) => values[below(values.length)] ?? values[0],
    oneIn: (times) => below(times) === 0,
  }
}
