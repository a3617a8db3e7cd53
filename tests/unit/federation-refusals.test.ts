import { describe, expect, it } from 'vitest'
import { afterRefusals, type EntryResult, type RowEntry } from '../../shared/rules/federation/refusals'

function entry(
  id: string,
  operation: RowEntry['operation'],
  columns: string,
  result: EntryResult,
  field: string | null = null,
): RowEntry {
  return { id, operation, columns: columns === '' ? [] : columns.split(' '), result, field }
}

const refusedUpdate = entry('1', 'update', 'remark phone', 'rejected', 'remark')
const refusedInsert = entry('1', 'insert', 'id name remark', 'rejected', 'remark')

describe('a refused change', () => {
  it('stays until its fault is corrected', () => {
    const other = entry('2', 'update', 'phone', 'stored')
    expect(afterRefusals([refusedUpdate], true)).toEqual({ dealtWith: [], restate: null })
    expect(afterRefusals([refusedUpdate, other], true)).toEqual({ dealtWith: [], restate: null })
  })

  it('is dealt with when later entries said all of it', () => {
    const whole = entry('2', 'update', 'phone remark', 'stored')
    expect(afterRefusals([refusedUpdate, whole], true)).toEqual({ dealtWith: ['1'], restate: null })
    expect(afterRefusals([refusedUpdate, entry('2', 'delete', '', 'stored')], false).dealtWith).toEqual(['1'])
  })

  it('has the columns beside the fault said again once that is corrected', () => {
    const corrected = entry('2', 'update', 'remark', 'stored')
    expect(afterRefusals([refusedUpdate, corrected], true)).toEqual({ dealtWith: [], restate: ['phone'] })
    const again = entry('3', 'update', 'phone', 'waiting')
    expect(afterRefusals([refusedUpdate, corrected, again], true)).toEqual({ dealtWith: [], restate: null })
    const taken = entry('3', 'update', 'phone', 'stored')
    expect(afterRefusals([refusedUpdate, corrected, taken], true)).toEqual({ dealtWith: ['1'], restate: null })
  })

  it('is not said again for ever when what is said again is refused too', () => {
    const corrected = entry('2', 'update', 'remark', 'stored')
    const refusedAgain = entry('3', 'update', 'phone', 'rejected', 'phone')
    expect(afterRefusals([refusedUpdate, corrected, refusedAgain], true)).toEqual({ dealtWith: ['1'], restate: null })
  })
})

describe('a refused record', () => {
  it('is said again as a whole once it was changed here', () => {
    const changed = entry('2', 'update', 'remark', 'held')
    expect(afterRefusals([refusedInsert], true)).toEqual({ dealtWith: [], restate: null })
    expect(afterRefusals([refusedInsert, changed], true)).toEqual({ dealtWith: [], restate: 'row' })
    expect(afterRefusals([refusedInsert, changed], false)).toEqual({ dealtWith: [], restate: null })
    const restated = entry('3', 'insert', 'id name', 'stored')
    expect(afterRefusals([refusedInsert, changed, restated], true)).toEqual({ dealtWith: ['1'], restate: null })
  })

  it('waits for the next change when it is refused again', () => {
    const changed = entry('2', 'update', 'name', 'held')
    const restated = entry('3', 'insert', 'id name remark', 'rejected', 'remark')
    expect(afterRefusals([refusedInsert, changed, restated], true)).toEqual({ dealtWith: ['1'], restate: null })
    const changedAgain = entry('4', 'update', 'remark', 'held')
    expect(afterRefusals([refusedInsert, changed, restated, changedAgain], true).restate).toBe('row')
  })
})
