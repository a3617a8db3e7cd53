import { expect, it } from 'vitest'
import { memberIdSchema, newId } from '../../shared/model/id'

it('ids are UUIDs of version 7, each after the one before it, however many are made at a time', () => {
  const ids = Array.from({ length: 20_000 }, () => newId(memberIdSchema))
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.toSorted()).toEqual(ids)
  const time = Number.parseInt((ids[0] ?? '').replaceAll('-', '').slice(0, 12), 16)
  expect(Math.abs(time - Date.now())).toBeLessThan(60_000)
})
