import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allColumns, moved, sheetColumns, toggled } from '../../../renderer/features/roster/export-columns'

const chosen = fc.shuffledSubarray([...allColumns], { minLength: 1 })
const column = fc.constantFrom(...allColumns)

describe('the columns of an export', () => {
  it('of the real-name sheet are columns a roster can have, each once', () => {
    expect(new Set(sheetColumns).size).toBe(sheetColumns.length)
    expect(allColumns).toEqual(expect.arrayContaining([...sheetColumns]))
    expect(sheetColumns.slice(0, 4)).toEqual(['name', 'gender', 'birthDate', 'ethnicity'])
  })

  it('take in a column at the end and give it up where it stands', () => {
    expect(toggled(['name', 'phone'], 'wage')).toEqual(['name', 'phone', 'wage'])
    expect(toggled(['name', 'phone'], 'name')).toEqual(['phone'])
  })

  it('change places with their neighbour, and stay where there is none', () => {
    expect(moved(['name', 'phone', 'wage'], 'phone', -1)).toEqual(['phone', 'name', 'wage'])
    expect(moved(['name', 'phone', 'wage'], 'phone', 1)).toEqual(['name', 'wage', 'phone'])
    expect(moved(['name', 'phone'], 'name', -1)).toEqual(['name', 'phone'])
    expect(moved(['name', 'phone'], 'phone', 1)).toEqual(['name', 'phone'])
    expect(moved(['name'], 'phone', 1)).toEqual(['name'])
  })

  it('are the same set after any move, and in the same order after moving there and back', () => {
    fc.assert(
      fc.property(chosen, column, (columns, one) => {
        const there = moved(columns, one, 1)
        expect([...there].sort()).toEqual([...columns].sort())
        if (there !== columns) expect(moved(there, one, -1)).toEqual(columns)
      }),
    )
  })
})
