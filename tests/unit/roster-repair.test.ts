import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daySchema, partialDateSchema } from '../../shared/model/date'
import { newId, rosterImportIdSchema } from '../../shared/model/id'
import { checkCharacter, parseIdNumber } from '../../shared/rules/id-number'
import { suggestIdNumbers } from '../../shared/rules/roster/id-suggestions'
import { repairRow } from '../../shared/rules/roster/repair'
import { columnKey, returnedRows, rowKey, withoutKeys } from '../../shared/rules/roster/row-keys'
import { sheetOf } from '../fixtures/roster-sheet'

const ID = '110105194912310011'
const TODAY = daySchema.parse('2026-01-01')

const numbers = fc
  .tuple(
    fc.constantFrom('110105', '330106', '510104'),
    fc.integer({ min: 0, max: 20_000 }),
    fc.integer({ min: 1, max: 999 }),
  )
  .map(([region, days, sequence]) => {
    const day = new Date(Date.UTC(1950, 0, 1 + days)).toISOString().slice(0, 10)
    const digits = `${region}${day.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`
    return digits + checkCharacter(digits)
  })

function holderOf(number: string) {
  const parsed = parseIdNumber(number)
  if (!parsed.ok) throw new Error('The number is right')
  return { birthDate: partialDateSchema.parse(parsed.id.birthDate), gender: parsed.id.gender }
}

describe('suggested ID numbers', () => {
  it('are right, of the person described, and one slip away', () => {
    fc.assert(
      fc.property(numbers, fc.nat(17), fc.nat(9), (number, place, digit) => {
        const written = number.slice(0, place) + String(digit) + number.slice(place + 1)
        const holder = holderOf(number)
        for (const suggestion of suggestIdNumbers(written, holder)) {
          expect(holderOf(suggestion)).toEqual(holder)
          const differing = Array.from(suggestion).filter((character, index) => character !== written[index])
          expect(differing.length).toBeLessThanOrEqual(2)
        }
      }),
    )
  })

  it('hold the right one where the check character, two neighbours or the birth date went wrong', () => {
    const holder = holderOf(ID)
    expect(suggestIdNumbers('110105194912310018', holder)).toContain(ID)
    expect(suggestIdNumbers('110150194912310011', holder)).toContain(ID)
    expect(suggestIdNumbers('110105194912310010', holder)[0]).toBe(ID)
    expect(suggestIdNumbers('110105194812310011', holder)).toEqual([ID])
    expect(suggestIdNumbers(ID.slice(0, 17), holder)[0]).toBe(ID)
  })

  it('are none for digits that are lost, for other documents, or of somebody else', () => {
    expect(suggestIdNumbers('110105194912310000', holderOf(ID))).toEqual([])
    expect(suggestIdNumbers('1.10105E+17', holderOf(ID))).toEqual([])
    expect(suggestIdNumbers('E12345678', holderOf(ID))).toEqual([])
    expect(suggestIdNumbers('110105194912310018', { ...holderOf(ID), gender: '女' })).not.toContain(ID)
  })
})

describe('a repaired row', () => {
  const issue = { severity: 'error', withRow: null, withSheet: null } as const
  const bad = {
    sheet: '名册',
    row: 2,
    fields: { name: '张三', gender: '女', phone: '13812345670' },
    derived: {},
    issues: [{ ...issue, code: 'id_checksum', field: 'idNumber', cell: 'C2', raw: '110105194912310012' }],
  } as const
  const row = { ...bad, fields: { ...bad.fields }, issues: [...bad.issues] }

  it('keeps what was not typed, and what the new number contradicts is told', () => {
    const repaired = repairRow(row, { idNumber: ID }, TODAY)
    expect(repaired.fields).toEqual({ ...bad.fields, idNumber: ID })
    expect(repaired.derived).toMatchObject({ birthDate: '1949-12-31', gender: '男' })
    expect(repaired.issues.map(({ code, field }) => [code, field])).toEqual([['id_gender_mismatch', 'gender']])
  })

  it('loses a field that was emptied, and its fault with it', () => {
    expect(repairRow(row, { idNumber: '' }, TODAY)).toMatchObject({ issues: [], fields: bad.fields })
    expect(repairRow(row, { name: '' }, TODAY).issues.map(({ code }) => code)).toEqual(['id_checksum', 'name_missing'])
  })

  it('is told where its faulty cell stands', () => {
    expect(repairRow(row, { idNumber: '12' }, TODAY).issues).toMatchObject([
      { code: 'id_length', cell: 'C2', raw: '12' },
    ])
  })
})

describe('rows that come back', () => {
  const id = newId(rosterImportIdSchema)
  const key = (row: number) => rowKey(id, { sheet: 0, row })

  it('are known by their keys, their cells by the keys of the columns', () => {
    const sheet = sheetOf([
      [null, columnKey(1), columnKey(0), null],
      ['新列', '手机', '姓名', null],
      ['x', 138, '张三', key(9)],
      ['y', 1.1e17, '外人', null],
    ])
    expect(returnedRows([sheet])).toEqual({
      importId: id,
      rows: [{ sheet: 0, row: 9, texts: { 0: '张三', 1: '138' } }],
    })
    expect(withoutKeys([sheet])[0]?.rows.map(({ cells }) => cells)).toEqual([
      ['新列', '手机', '姓名', null],
      ['x', 138, '张三', null],
      ['y', 1.1e17, '外人', null],
    ])
  })

  it('stand where they stood when the keys of the columns are gone, and no other import is mixed in', () => {
    const other = rowKey(newId(rosterImportIdSchema), { sheet: 0, row: 3 })
    const sheet = sheetOf([
      ['张三', 110105194912310020, key(9)],
      ['李四', null, other],
    ])
    expect(returnedRows([sheet])?.rows).toEqual([
      { sheet: 0, row: 9, texts: { 0: '张三', 1: '1.1010519491231002E+17', 2: key(9) } },
    ])
    expect(returnedRows([sheetOf([['姓名'], ['GH:1:2']])])).toBeNull()
  })
})
