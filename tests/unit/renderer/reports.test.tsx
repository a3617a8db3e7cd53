import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { createMemoryRouter, RouterProvider, useLocation } from 'react-router'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { FormSheet } from '../../../renderer/features/reports/FormSheet'
import { organisationDraft, organisationInput } from '../../../renderer/features/reports/organisation-draft'
import { labelSettingsSchema, storedSettings, storeSettings } from '../../../renderer/features/reports/paper-settings'
import { complete, keyOf, valuesFor, withValue } from '../../../shared/rules/reports/profile-values'
import { ProblemList } from '../../../renderer/features/reports/ProblemList'
import { pagesOf } from '../../../renderer/features/reports/use-names'
import { PageHeader } from '../../../renderer/components/PageHeader'
import { storedExport, storeExport, sheetColumns } from '../../../renderer/features/roster/export-columns'
import { startI18n } from '../../../renderer/i18n'
import { organisationInputSchema } from '../../../shared/model/branch'
import { memberIdSchema, newId } from '../../../shared/model/id'
import type { PaperForm } from '../../../shared/model/paper'
import { builtInProfiles } from '../../../shared/receiver-profiles'

beforeAll(async () => {
  await startI18n('en')
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
afterEach(() => {
  cleanup()
  localStorage.clear()
})

const memberId = newId(memberIdSchema)
const check = {
  rows: 3,
  withErrors: 1,
  withWarnings: 1,
  problems: [
    {
      memberId,
      name: '张三',
      department: '一车间',
      issues: [
        { code: 'missing' as const, severity: 'error' as const, column: 7, heading: '证件号码', value: null },
        {
          code: 'notMobile' as const,
          severity: 'warning' as const,
          column: 10,
          heading: '移动电话',
          value: '057******6666',
        },
      ],
    },
  ],
}

function Where() {
  const { pathname, search } = useLocation()
  return <p data-testid="where">{`${pathname}${search}`}</p>
}

describe('the problems of a report', () => {
  it('are told with the receiver’s headings, lead to the person and from there back to the report', async () => {
    const router = createMemoryRouter(
      [
        { path: '/reports/send/:id', element: <ProblemList check={check} /> },
        { path: '/members/:id', element: <PageHeader title="Record" backTo="/members" /> },
        { path: '*', element: <Where /> },
      ],
      { initialEntries: ['/reports/send/member-sheet?status=active'] },
    )
    render(<RouterProvider router={router} />)
    const row = screen.getByRole('row', { name: /张三/ })
    expect(
      within(row)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'Error“证件号码” is empty',
      'Remark“移动电话” is no mobile number; the receiver may refuse it: 057******6666',
    ])
    expect(screen.getByText('Only the first 1 is listed')).toBeDefined()
    fireEvent.click(screen.getByRole('link', { name: '张三' }))
    fireEvent.click(await screen.findByRole('button', { name: 'Back' }))
    await screen.findByRole('link', { name: '张三' })
    expect(`${router.state.location.pathname}${router.state.location.search}`).toBe(
      '/reports/send/member-sheet?status=active',
    )
  })

  it('of the union name no person', () => {
    const [first] = check.problems
    if (first === undefined) throw new Error('There is no problem')
    const union = { ...check, problems: [{ ...first, memberId: null, name: '工会' }] }
    render(<RouterProvider router={createMemoryRouter([{ path: '/', element: <ProblemList check={union} /> }])} />)
    expect(screen.queryByRole('link')).toBeNull()
    expect(screen.queryByRole('columnheader', { name: 'Name' })).toBeNull()
  })
})

describe('a form', () => {
  const form: PaperForm = {
    memberId,
    title: '工会会员登记表',
    before: [],
    table: {
      widths: [85, 85],
      rows: [
        {
          height: 9,
          cells: [
            { text: '姓名', kind: 'label', columns: 1, rows: 2 },
            { text: '照片', kind: 'photo', columns: 1, rows: 1 },
          ],
        },
        { height: 9, cells: [{ text: '<b>张三</b>', kind: 'value', columns: 1, rows: 1 }] },
      ],
    },
    after: [{ text: '说明', align: 'end', size: 'small', indent: false, above: 2 }],
    photo: null,
  }

  it('shows labels, values and the place for a photo, or the photo', () => {
    const { rerender } = render(<FormSheet form={form} />)
    expect(screen.getByRole('article', { name: '工会会员登记表' })).toBeDefined()
    expect(screen.getByText('姓名').tagName).toBe('TH')
    expect(screen.getByText('姓名').getAttribute('rowspan')).toBe('2')
    expect(screen.getByText('<b>张三</b>').tagName).toBe('TD')
    expect(screen.getByText('照片')).toBeDefined()
    rerender(<FormSheet form={{ ...form, photo: 'aGFsbG8=' }} />)
    expect(document.querySelector('img')?.getAttribute('src')).toBe('data:image/jpeg;base64,aGFsbG8=')
    expect(screen.queryByText('照片')).toBeNull()
  })
})

describe('labels and sign-in sheets', () => {
  it('remember their settings, and fall back to the usual ones where those make no sense', () => {
    const usual = labelSettingsSchema.parse({})
    expect([usual.columns, usual.rows]).toEqual([3, 8])
    expect(storedSettings('x', labelSettingsSchema)).toEqual(usual)
    storeSettings('x', { ...usual, columns: 2 })
    expect(storedSettings('x', labelSettingsSchema).columns).toBe(2)
    localStorage.setItem('x', '{"columns":0}')
    expect(storedSettings('x', labelSettingsSchema)).toEqual(usual)
    localStorage.setItem('x', 'rubbish')
    expect(storedSettings('x', labelSettingsSchema)).toEqual(usual)
  })

  it('are cut into pages with nobody lost', () => {
    expect(pagesOf([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]])
    expect(pagesOf([], 2)).toEqual([])
  })
})

describe('an exported roster', () => {
  it('remembers its columns and groups', () => {
    expect(storedExport()).toEqual({ columns: sheetColumns, group: null })
    storeExport({ columns: ['name', 'wage'], group: 'department' })
    expect(storedExport()).toEqual({ columns: ['name', 'wage'], group: 'department' })
    localStorage.setItem('roster-export', '{"columns":["shoeSize"],"group":null}')
    expect(storedExport().columns).toEqual(sheetColumns)
  })
})

describe('a profile that is changed', () => {
  const definition = builtInProfiles[0]?.definition
  if (definition === undefined) throw new Error('There are no profiles')

  it('offers every value once', () => {
    for (const kind of ['member', 'organisation'] as const) {
      const keys = valuesFor(kind).map(keyOf)
      expect(new Set(keys).size).toBe(keys.length)
      const used = builtInProfiles.filter((profile) => profile.definition.kind === kind)
      for (const { value } of used.flatMap((profile) => profile.definition.columns))
        expect(keys).toContain(keyOf(value))
    }
  })

  it('gives up what was said of the value before, and dictionaries that no column uses', () => {
    const [, , gender] = definition.columns
    if (gender === undefined) throw new Error('There is no such column')
    const changed = withValue(gender, { from: 'member', field: 'joinDate' })
    expect(changed).toMatchObject({ heading: '性别', dictionary: null, dateForm: 'yyyy-MM-dd', check: null })
    const saved = complete({ ...definition, columns: definition.columns.with(2, changed) })
    expect(Object.keys(saved?.dictionaries ?? {})).not.toContain('gender')
    expect(Object.keys(saved?.dictionaries ?? {})).toContain('ethnicity')
  })

  it('cannot be saved without a heading, or with data above its headings', () => {
    expect(complete(definition)).toEqual(definition)
    expect(complete({ ...definition, startRow: definition.headingRow })).toBeNull()
    const [first] = definition.columns
    if (first === undefined) throw new Error('There is no column')
    expect(complete({ ...definition, columns: [{ ...first, heading: '' }] })).toBeNull()
  })
})

describe('the organisation record as typed', () => {
  const empty = organisationInputSchema.parse(
    Object.fromEntries(organisationInputSchema.keyof().options.map((field) => [field, null])),
  )

  it('is read with full-width digits, blanks and dates of any form', () => {
    const draft = {
      ...organisationDraft(empty),
      employerCreditCode: ' ９１３３００００ 724538949h ',
      staffCount: '３２０',
      foundedOn: '1998年5月',
      phone: '0571 88886666',
    }
    expect(organisationInput(draft).input).toEqual({
      ...empty,
      employerCreditCode: '91330000724538949H',
      staffCount: 320,
      foundedOn: '1998-05',
      phone: '057188886666',
    })
  })

  it('names what cannot be read', () => {
    const draft = {
      ...organisationDraft(empty),
      employerCreditCode: '123',
      staffCount: '很多',
      foundedOn: '从前',
      phone: '1',
    }
    const { input, wrong } = organisationInput(draft)
    expect(input).toBeNull()
    expect([...wrong]).toEqual(['employerCreditCode', 'staffCount', 'foundedOn', 'phone'])
  })
})
