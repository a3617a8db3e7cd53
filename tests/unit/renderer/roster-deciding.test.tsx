import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { App } from 'antd'
import type { ReactNode } from 'react'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { ColumnChoices } from '../../../renderer/features/roster/ColumnChoices'
import { OutcomeTiles } from '../../../renderer/features/roster/OutcomeTiles'
import { QuestionsStep } from '../../../renderer/features/roster/QuestionsStep'
import { RowDetail } from '../../../renderer/features/roster/RowDetail'
import { startI18n } from '../../../renderer/i18n'
import { rosterQuestionSchema } from '../../../shared/contract/roster'
import { newId, rosterImportIdSchema } from '../../../shared/model/id'
import { rosterImportSchema, rosterRowSchema, type RosterRow } from '../../../shared/model/roster'

const id = newId(rosterImportIdSchema)
const { asked, rowNow } = vi.hoisted(() => ({
  asked: vi.fn<(procedure: string, input: unknown) => void>(),
  rowNow: vi.fn<() => RosterRow>(),
}))

vi.mock('../../../renderer/client', async () => {
  const { createTanstackQueryUtils } = await import('@orpc/tanstack-query')
  const ask = (procedure: string) => (input: unknown) => {
    asked(procedure, input)
    return Promise.resolve(null)
  }
  const roster = {
    ...{ answer: ask('answer'), choose: ask('choose'), chooseCells: ask('chooseCells'), decide: ask('decide') },
    ...{ repair: ask('repair'), row: () => Promise.resolve(rowNow()) },
    faults: () =>
      Promise.resolve([{ field: 'idNumber', text: '110105194912310012', suggestions: ['110105194912310011'] }]),
    rows: () => Promise.resolve({ total: 0, rows: [] }),
  }
  const members = { facets: () => Promise.resolve({ statuses: [], departments: [] }) }
  return { api: createTanstackQueryUtils({ roster, members }), client: { roster } }
})

const counts = {
  ...{ rows: 3, new: 1, changed: 1, same: 0, possibleDuplicate: 0, conflict: 0, error: 1 },
  ...{ toWrite: 2, waiting: 1, leftOut: 0, warnings: 0 },
}
const column = (index: number, heading: string, field: string) => ({
  ...{ index, heading, field, letter: 'ABC'.charAt(index), hidden: false, samples: [] },
})
const found = rosterImportSchema.parse({
  ...{ id, fileName: '名册.xlsx', counts, choices: {}, committedBefore: null, batchId: null },
  sheets: [
    {
      ...{
        name: '名册',
        use: true,
        unusedReason: null,
        kind: 'roster',
        headerRows: [1],
        rowCount: 4,
        hiddenRowCount: 0,
      },
      columns: [column(0, '姓名', 'name'), column(1, '证号', 'idNumber'), column(2, '部门', 'department')],
      ...{ head: [], skippedRows: [] },
    },
  ],
})
const question = (raw: string, answer: { value: string | null; remembered: boolean } | null) =>
  rosterQuestionSchema.parse({
    ...{ field: 'department', raw, code: 'department_unknown', count: 2, suggestions: ['财务部', raw], answer },
    rows: [{ sheet: '名册', row: 3, name: '张三' }],
  })
const bad = rosterRowSchema.parse({
  ...{ sheet: '名册', row: 2, name: '张三', outcome: 'error', conflict: null, decision: null },
  ...{ memberId: null, memberName: null, unchanged: [], typed: [] },
  changes: [{ field: 'department', before: null, after: '财务部', written: true }],
  issues: [
    {
      ...{ code: 'id_checksum', severity: 'error', field: 'idNumber', cell: 'B2', raw: '110105********0012' },
      ...{ withRow: null, withSheet: null },
    },
  ],
})

function show(content: ReactNode) {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  return render(
    <QueryClientProvider client={queryClient}>
      <MemoryRouter>
        <App>{content}</App>
      </MemoryRouter>
    </QueryClientProvider>,
  )
}
const answered = (procedure: string, input: unknown) =>
  waitFor(() => expect(asked).toHaveBeenLastCalledWith(procedure, input))

beforeAll(async () => {
  await startI18n('en')
  // jsdom lays nothing out; Ant Design wants to be told of sizes all the same.
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe = () => undefined
      unobserve = () => undefined
      disconnect = () => undefined
    },
  )
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }))
})
beforeEach(() => void asked.mockClear())
afterEach(cleanup)

describe('the questions', () => {
  const questions = [
    question('财务布', null),
    question('后勤处', null),
    question('旧部门', { value: null, remembered: true }),
  ]

  it('are answered by a suggestion, by leaving empty, or all departments at once', async () => {
    const nothing = () => undefined
    show(<QuestionsStep importId={id} questions={questions} onBack={nothing} onNext={nothing} onChanged={nothing} />)
    const first = within(screen.getByRole('group', { name: 'Department “财务布”' }))
    expect(screen.getByRole('group', { name: 'Department “财务布”' }).textContent).toContain(
      '2 rows, for example row 3 张三',
    )
    fireEvent.click(first.getByRole('button', { name: '财务部' }))
    await answered('answer', { id, answers: [{ field: 'department', raw: '财务布', value: '财务部' }] })
    fireEvent.click(first.getByRole('button', { name: 'Leave empty' }))
    await answered('answer', { id, answers: [{ field: 'department', raw: '财务布', value: null }] })
    fireEvent.click(screen.getByRole('button', { name: 'Add all as new departments' }))
    await answered('answer', {
      id,
      answers: ['财务布', '后勤处'].map((raw) => ({ field: 'department', raw, value: raw })),
    })
  })

  it('tell which answers came from earlier files, and how many are open', () => {
    const nothing = () => undefined
    show(<QuestionsStep importId={id} questions={questions} onBack={nothing} onNext={nothing} onChanged={nothing} />)
    const remembered = within(screen.getByRole('region', { name: 'Answered in earlier files (can be changed)' }))
    expect(remembered.getAllByRole('group')).toHaveLength(1)
    expect(remembered.getByRole('button', { name: 'Leave empty', pressed: true })).toBeDefined()
    expect(screen.getByText(/^2 values have no answer/)).toBeDefined()
  })
})

describe('the choices', () => {
  it('switch a column off, and let its blanks take away', async () => {
    show(<ColumnChoices found={found} onChanged={() => undefined} />)
    fireEvent.click(screen.getByRole('button', { name: 'Choose the columns to write' }))
    // A record is never without a name, nor loses its ID number to a blank.
    expect(screen.getAllByRole('switch')).toHaveLength(2)
    expect(screen.getAllByRole('checkbox')).toHaveLength(1)
    fireEvent.click(screen.getByRole('switch', { name: 'Write Department' }))
    await answered('choose', { id, choices: { withheld: ['department'], clearing: [] } })
    fireEvent.click(screen.getByRole('checkbox', { name: 'Empty cells clear the old value' }))
    await answered('choose', { id, choices: { withheld: [], clearing: ['department'] } })
  })

  it('show the rows of a figure', () => {
    const onChoose = vi.fn()
    show(<OutcomeTiles counts={counts} chosen={null} onChoose={onChoose} />)
    expect(screen.getByRole('button', { name: 'All 3', pressed: true })).toBeDefined()
    fireEvent.click(screen.getByRole('button', { name: 'Errors 1' }))
    expect(onChoose).toHaveBeenCalledExactlyOnceWith('error')
  })
})

describe('a row', () => {
  const open = () =>
    show(
      <RowDetail
        importId={id}
        place={{ sheet: '名册', row: 2 }}
        onOpen={() => undefined}
        onChanged={() => undefined}
      />,
    )

  it('with an error is mended by a suggestion; only what was typed is kept', async () => {
    rowNow.mockReturnValue(bad)
    open()
    fireEvent.click(await screen.findByRole('button', { name: 'Show and correct' }))
    fireEvent.click(await screen.findByRole('button', { name: '110105194912310011' }))
    fireEvent.click(screen.getByRole('button', { name: 'Check and save' }))
    await answered('repair', { id, sheet: '名册', row: 2, repairs: { idNumber: '110105194912310011' } })
  })

  it('is left out, and single cells of it', async () => {
    rowNow.mockReturnValue({ ...bad, outcome: 'new', issues: [] })
    open()
    fireEvent.click(await screen.findByRole('switch', { name: 'Import this row' }))
    await answered('decide', { id, rows: [{ sheet: '名册', row: 2 }], decision: 'leaveOut' })
    fireEvent.click(screen.getByRole('switch', { name: 'Write Department' }))
    await answered('chooseCells', { id, sheet: '名册', row: 2, choices: { department: false } })
  })

  it('in conflict is decided, and a decision taken back by the same button', async () => {
    rowNow.mockReturnValue({
      ...bad,
      outcome: 'possibleDuplicate',
      conflict: 'namesake',
      decision: 'addAsNew',
      issues: [],
    })
    open()
    fireEvent.click(await screen.findByRole('button', { name: 'Add as new member', pressed: true }))
    await answered('decide', { id, rows: [{ sheet: '名册', row: 2 }], decision: null })
  })
})
