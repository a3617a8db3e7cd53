import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { ColumnsStep } from '../../../renderer/features/roster/ColumnsStep'
import { startI18n } from '../../../renderer/i18n'
import type { SheetReading } from '../../../shared/contract/roster'
import { newId, rosterImportIdSchema } from '../../../shared/model/id'
import { rosterImportSchema, type ColumnConfidence, type RosterField } from '../../../shared/model/roster'
import { stubLayout } from '../../fixtures/layout'

const headings = [
  ['姓名', 'name', 'sure'],
  ['证件号码', 'idNumber', 'sure'],
  ['联系方式', null, 'unsure'],
] as const satisfies readonly (readonly [string, RosterField | null, ColumnConfidence])[]

const sheet = (name: string, use: boolean) => ({
  name,
  use,
  unusedReason: use ? null : 'hidden',
  kind: 'roster',
  headerRows: [2],
  rowCount: 9,
  hiddenRowCount: 2,
  hiddenRows: true,
  columns: headings.map(([heading, field, confidence], index) => ({
    index,
    letter: 'ABC'.charAt(index),
    heading,
    field,
    confidence,
    reason: field === null ? 'nothing' : 'heading',
    hidden: field === 'idNumber',
    samples: ['样例'],
  })),
  head: [1, 2, 3].map((row) => ({ row, cells: ['甲', '乙', '丙'] })),
  skippedRows: [{ row: 1, reason: 'banner', text: '花名册' }],
})

const found = rosterImportSchema.parse({
  id: newId(rosterImportIdSchema),
  fileName: '名册.xlsx',
  sheets: [sheet('一车间', true), sheet('旧表', false)],
  counts: {
    ...{ rows: 6, new: 6, changed: 0, same: 0, possibleDuplicate: 0, conflict: 0, error: 0 },
    ...{ toWrite: 6, waiting: 0, leftOut: 0, warnings: 0 },
  },
  choices: {},
  committedBefore: null,
  batchId: null,
})

const onNext = vi.fn<(sheets: SheetReading[]) => void>()
const onReread = vi.fn<(sheets: SheetReading[]) => void>()
const next = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Next' })
const fieldOf = (heading: string) => screen.getByRole('combobox', { name: `Import column “${heading}” as` })

/** Chooses a field as people do: type a part of its name, press Enter. */
function choose(heading: string, field: string) {
  const box = fieldOf(heading)
  fireEvent.mouseDown(box)
  fireEvent.change(box, { target: { value: field } })
  fireEvent.keyDown(box, { key: 'Enter', keyCode: 13 })
}

beforeAll(async () => {
  await startI18n('en')
  stubLayout()
})
beforeEach(() => {
  onNext.mockClear()
  onReread.mockClear()
  render(<ColumnsStep found={found} onNext={onNext} onReread={onReread} />)
})
afterEach(cleanup)

describe('the columns of a roster', () => {
  it('go on as they were recognised, each sheet with its own', () => {
    fireEvent.click(next())
    const fields = { 0: 'name', 1: 'idNumber' }
    expect(onNext).toHaveBeenCalledExactlyOnceWith([
      { name: '一车间', use: true, headerRows: [2], hiddenRows: true, fields },
      { name: '旧表', use: false, headerRows: [2], hiddenRows: true, fields },
    ])
  })

  it('cannot go on while two columns are the same, until one of them is changed', () => {
    choose('联系方式', 'ID number')
    expect(next().disabled).toBe(true)
    expect(screen.getByRole('alert').textContent).toContain('Two columns')
    choose('证件号码', 'Phone')
    expect(next().disabled).toBe(false)
    fireEvent.click(next())
    expect(onNext.mock.lastCall?.[0][0]?.fields).toEqual({ 0: 'name', 1: 'phone', 2: 'idNumber' })
  })

  it('cannot go on without a name', () => {
    choose('姓名', 'Do not import')
    expect(next().disabled).toBe(true)
    expect(screen.getByRole('alert').textContent).toContain('name')
  })

  it('cannot go on without a sheet', () => {
    fireEvent.click(screen.getByRole('checkbox', { name: 'Import this sheet (9 rows)' }))
    expect(next().disabled).toBe(true)
    expect(screen.queryByRole('combobox')).toBeNull()
  })

  it('show the least sure first, and how the others were told', () => {
    const rows = screen.getAllByRole('row').filter((row) => within(row).queryByRole('combobox') !== null)
    expect(rows.map((row) => within(row).getAllByRole('cell')[1]?.textContent.trim())).toEqual([
      '联系方式',
      '姓名',
      '证件号码 hidden',
    ])
    expect(rows[0]?.textContent).toContain('Please check')
    expect(rows[1]?.textContent).toContain('by its heading')
    expect(screen.getByText(/1 column is uncertain/)).toBeDefined()
  })

  it('leave rows and columns out that the file hides, when told to', () => {
    fireEvent.click(screen.getByRole('switch', { name: /2 rows that the file hides/ }))
    fireEvent.click(screen.getByRole('switch', { name: /1 hidden column.*证件号码/ }))
    fireEvent.click(next())
    expect(onNext.mock.lastCall?.[0][0]).toMatchObject({ hiddenRows: false, fields: { 0: 'name' } })
  })

  it('are told anew by another header, of three rows at most', () => {
    const rows = () =>
      within(screen.getByRole('region', { name: 'Header rows' })).getAllByRole<HTMLInputElement>('checkbox')
    expect(rows().map(({ checked }) => checked)).toEqual([false, true, false])
    fireEvent.click(screen.getByRole('checkbox', { name: 'Row 1 is a header' }))
    expect(onReread).toHaveBeenCalledOnce()
    expect(onReread.mock.lastCall?.[0]).toMatchObject([
      { name: '一车间', headerRows: [1, 2], fields: null },
      { name: '旧表', headerRows: [2], fields: { 0: 'name' } },
    ])
  })
})
