import fc from 'fast-check'
import type { Fault } from '../faulty-line'

/** What happens to the requests of one exchange, one after the other. */
export type Faults = readonly Fault[]

const fault = fc.constantFrom<Fault[]>(
  ...(['dropRequest', 'dropReply', 'cutRequest', 'cutReply', 'duplicate', 'late', null, null, null] as const),
)
export const faults: fc.Arbitrary<Faults> = fc.array(fault, { maxLength: 6 })
