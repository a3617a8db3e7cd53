import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backoff } from '../../federation/client/backoff'
import { wholeChangeSets } from '../../electron/backend/federation/next-push'
import { acknowledgedBy, streamParts } from '../../electron/backend/federation/streams'
import { hubAddress, transportProblem } from '../../federation/client/transport'
import { changeIdSchema, incarnationSchema, newId } from '../../shared/model/id'

const [first, second] = [newId(incarnationSchema), newId(incarnationSchema)]
const streams = [
  { incarnation: first, firstPosition: 1 },
  { incarnation: second, firstPosition: 81 },
]
const log = Array.from({ length: 100 }, () => newId(changeIdSchema))
const idAt = (position: number) => log[position - 1]
const heads = (one: number, two: number) => [
  { stream: first, seq: one, id: idAt(one) ?? null },
  { stream: second, seq: two, id: idAt(80 + two) ?? null },
]

describe('how far the hub has the log', () => {
  it.each([
    ['nothing yet', heads(0, 0), 0],
    ['a part of the first life', heads(70, 0), 70],
    ['the first life', heads(80, 0), 80],
    ['more of the first life than the backup had', heads(120, 0), 80],
    ['a part of the second life', heads(120, 5), 85],
    ['all', heads(80, 20), 100],
    ['the second life but, restored, not all of the first', heads(70, 20), 70],
  ])('%s', (_, reported, position) => {
    expect(acknowledgedBy(reported, streamParts(streams, 100), idAt)).toBe(position)
  })

  it('does not go on when the hub has more of the present life than the log', () => {
    const parts = streamParts(streams, 100)
    expect(() => acknowledgedBy(heads(80, 21), parts, idAt)).toThrow('HUB_REFUSES_COPY')
  })

  it.each([
    ['first', heads(70, 0), 70],
    ['present', heads(80, 20), 100],
  ])('does not go on when the hub has another entry at the head of the %s life', (_, reported, position) => {
    const other = (at: number) => (at === position ? newId(changeIdSchema) : idAt(at))
    expect(() => acknowledgedBy(reported, streamParts(streams, 100), other)).toThrow('HUB_REFUSES_COPY')
  })
})

describe('a request', () => {
  it('holds whole change sets, or a part of one that is larger than a request', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 10 }), (setSizes, limit) => {
        const log = setSizes.flatMap((size, set) => Array.from({ length: size }, () => ({ changeSet: String(set) })))
        const count = wholeChangeSets(log.slice(0, limit + 1), limit)
        expect(count).toBeGreaterThan(0)
        expect(count).toBeLessThanOrEqual(limit)
        const cutsASet = log[count - 1]?.changeSet === log[count]?.changeSet
        expect(cutsASet).toBe((setSizes[0] ?? 0) > limit)
      }),
    )
  })
})

describe('waiting after failures', () => {
  it('grows from at most a second to at most five minutes, each branch a little otherwise', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (failures, random) => {
          const wait = backoff(failures, random)
          const longest = Math.min(300_000, 1000 * 2 ** (failures - 1))
          expect(wait).toBeLessThanOrEqual(longest)
          expect(wait).toBeGreaterThanOrEqual(longest / 2)
        },
      ),
    )
  })
})

describe('the address of a hub', () => {
  it.each([
    ['https://hub.example.org/', 'https://hub.example.org'],
    ['https://hub.example.org:7420/x?y', 'https://hub.example.org:7420'],
    ['http://127.0.0.1:7420', 'http://127.0.0.1:7420'],
    ['http://localhost:7420', 'http://localhost:7420'],
    ['http://[::1]:7420', 'http://[::1]:7420'],
  ])('%s is reached at %s', (text, address) => {
    expect(hubAddress(text)).toBe(address)
  })

  it.each([
    ['http://hub.example.org', 'HUB_NOT_TRUSTED'],
    ['http://192.168.1.5:7420', 'HUB_NOT_TRUSTED'],
    ['http://127.0.0.1.example.org', 'HUB_NOT_TRUSTED'],
    ['http://localhost.example.org', 'HUB_NOT_TRUSTED'],
    ['ftp://127.0.0.1', 'HUB_NOT_A_HUB'],
    ['hub', 'HUB_NOT_A_HUB'],
  ])('%s is refused: %s', (text, code) => {
    expect(() => hubAddress(text)).toThrow(expect.objectContaining({ code }))
  })

  it.each([
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'HUB_NOT_TRUSTED'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'HUB_NOT_TRUSTED'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'HUB_NOT_TRUSTED'],
    ['CERT_HAS_EXPIRED', 'HUB_NOT_TRUSTED'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'HUB_NOT_TRUSTED'],
    ['ECONNREFUSED', 'HUB_UNREACHABLE'],
    ['ENOTFOUND', 'HUB_UNREACHABLE'],
  ])('%s means %s', (code, problem) => {
    const cause = Object.assign(new Error(code), { code })
    expect(transportProblem(new TypeError('fetch failed', { cause }))).toBe(problem)
  })
})
