import { describe, expect, it } from 'vitest'
import { faultOf, faultSchema } from '../../shared/model/fault'

class RefusedError extends Error {
  override readonly name = 'RefusedError'
  readonly code = 'SQLITE_CONSTRAINT'
}

describe('what is noted about an error', () => {
  it('is its name, its code and where it came from', () => {
    const fault = faultOf(new RefusedError('anything'))
    expect(fault).toMatchObject({ name: 'RefusedError', code: 'SQLITE_CONSTRAINT' })
    expect(fault.places[0]).toMatch(/^at .*fault\.test\.ts/)
    expect(faultSchema.parse(fault)).toEqual(fault)
  })

  it('is never its message, which can quote what was stored', () => {
    const message = 'UNIQUE failed: 110101199003071233\n    at 张三 (13800001111)'
    expect(JSON.stringify(faultOf(new RefusedError(message)))).not.toMatch(/110101199003071233|张三|13800001111/)
  })

  it('is little when no error was thrown', () => {
    expect(faultOf('张三')).toEqual({ name: 'string', code: null, places: [] })
  })
})
