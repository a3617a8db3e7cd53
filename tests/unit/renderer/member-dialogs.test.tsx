import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { App } from 'antd'
import type { ReactElement } from 'react'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { AddEventDialog } from '../../../renderer/features/members/AddEventDialog'
import { CustomFieldDialog } from '../../../renderer/features/members/custom-fields/CustomFieldDialog'
import { DetailDialog } from '../../../renderer/features/members/details/DetailDialog'
import { startI18n } from '../../../renderer/i18n'
import { changeIdSchema, memberIdSchema, newId } from '../../../shared/model/id'
import { maskedMemberSchema, memberFieldSchema } from '../../../shared/model/member'
import { stubLayout } from '../../fixtures/layout'

const { add, update, addEvent, addField, offered } = vi.hoisted(() => {
  const call = () => vi.fn((_input: unknown) => Promise.resolve({}))
  return { add: call(), update: call(), addEvent: call(), addField: call(), offered: call() }
})

vi.mock('../../../renderer/client', async () => {
  const { createTanstackQueryUtils } = await import('@orpc/tanstack-query')
  const client = {
    members: { details: { add, update }, addEvent, customFields: { add: addField } },
    federation: { codeLists: { offered } },
  }
  return { client, api: createTanstackQueryUtils(client) }
})

const onClose = vi.fn()
const show = (dialog: ReactElement) =>
  render(
    <QueryClientProvider client={new QueryClient()}>
      <App>{dialog}</App>
    </QueryClientProvider>,
  )
const box = (label: string | RegExp) => screen.getByLabelText<HTMLInputElement>(label)
const fill = (label: string | RegExp, text: string) => fireEvent.change(box(label), { target: { value: text } })
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

/** Chooses an entry of a list as people do: type a part of its name, press Enter. */
function choose(label: RegExp, entry: string) {
  fireEvent.mouseDown(box(label))
  fireEvent.click(within(document.body).getByTitle(entry))
}

const memberId = newId(memberIdSchema)
const member = maskedMemberSchema.parse({
  ...Object.fromEntries(memberFieldSchema.options.map((field) => [field, null])),
  id: memberId,
  name: '张伟',
  status: 'active',
})

beforeAll(async () => {
  await startI18n('en')
  stubLayout()
})
beforeEach(() => vi.clearAllMocks())
afterEach(cleanup)

describe('a word for which the union above gave a list', () => {
  it('is marked where the list does not have it, and stays', async () => {
    offered.mockResolvedValueOnce({ kinship: ['配偶', '子女'] })
    show(<DetailDialog memberId={memberId} kind="relative" row={null} onClose={onClose} />)
    const mark = 'The list of the union above does not have this word; it can stay, or be replaced by one of the list.'
    fill(/^Name/, '李静')
    fill(/^Relation/, '表姐')
    await screen.findByText(mark)
    fill(/^Relation/, '配偶')
    await waitFor(() => expect(screen.queryByText(mark)).toBeNull())
    fill(/^Relation/, '表姐')
    press('Save')
    await waitFor(() => expect(add.mock.calls[0]?.[0]).toMatchObject({ detail: { fields: { relation: '表姐' } } }))
  })
})

describe('the dialog of a detail', () => {
  it('says what is missing when saving is tried, and saves once it is there', async () => {
    show(<DetailDialog memberId={memberId} kind="relative" row={null} onClose={onClose} />)
    expect(screen.queryByText('Please fill in')).toBeNull()
    press('Save')
    expect(screen.getAllByText('Please fill in')).toHaveLength(2)
    expect(add).not.toHaveBeenCalled()
    fill(/^Name/, '李静')
    fill(/^Relation/, '配偶')
    fill('Phone', '139 0000 1111')
    fireEvent.click(screen.getByRole('checkbox'))
    press('Save')
    await waitFor(() => expect(onClose).toHaveBeenCalled())
    expect(add.mock.calls[0]?.[0]).toMatchObject({
      memberId,
      detail: {
        kind: 'relative',
        fields: { name: '李静', relation: '配偶', phone: '13900001111', isEmergencyContact: true },
      },
    })
  })

  it('leaves a masked number as it is unless it is typed anew', async () => {
    const version = newId(changeIdSchema)
    const values = { type: '护照', number: 'E1*****78', validFrom: null, validTo: null, note: null }
    const row = { id: newId(changeIdSchema), version, values }
    show(<DetailDialog memberId={memberId} kind="identityDocument" row={row} onClose={onClose} />)
    expect(screen.getByText('E1*****78')).toBeTruthy()
    fill('Note', '出国用')
    press('Save')
    await waitFor(() => expect(update).toHaveBeenCalledOnce())
    expect(update.mock.calls[0]?.[0]).toEqual({
      id: row.id,
      version,
      detail: {
        kind: 'identityDocument',
        fields: { type: '护照', validFrom: null, validTo: null, note: '出国用' },
      },
    })
  })

  it('asks before what was typed is thrown away', () => {
    show(<DetailDialog memberId={memberId} kind="honour" row={null} onClose={onClose} />)
    fill(/^Title/, '先进工作者')
    press('Cancel')
    expect(onClose).not.toHaveBeenCalled()
    press('Leave without saving')
    expect(onClose).toHaveBeenCalledOnce()
  })
})

describe('the dialog of a membership event', () => {
  it('offers what may follow, names the papers, asks for the other union of a transfer and doubts a date', async () => {
    show(<AddEventDialog member={member} events={[]} onClose={onClose} />)
    expect(screen.getByText(/Papers to have: Application for membership/)).toBeTruthy()
    expect(screen.queryByLabelText('Other union')).toBeNull()
    choose(/^Change/, 'Transfer in')
    await screen.findByLabelText('Other union')
    fill('Other union', '第二机床厂工会')
    fill('Effective on', '2099-01-01')
    expect(await screen.findByText('It takes effect after today; please check')).toBeTruthy()
    fill('Effective on', '2026-03')
    fill('Decided on', '2026-02-20')
    press('Save')
    await waitFor(() => expect(addEvent).toHaveBeenCalledOnce())
    expect(addEvent.mock.calls[0]?.[0]).toEqual({
      id: memberId,
      event: {
        type: 'transferIn',
        date: '2026-03',
        decidedOn: '2026-02-20',
        reason: null,
        documentNumber: null,
        otherUnion: '第二机床厂工会',
      },
    })
  })
})

describe('the dialog of a custom field', () => {
  it('wants a name and, for a choice, one choice a line', async () => {
    show(<CustomFieldDialog field={null} onClose={onClose} />)
    press('Save')
    expect(screen.getByText('Enter a name')).toBeTruthy()
    fill('Name', '工装尺码')
    choose(/^Kind/, 'Choice')
    press('Save')
    expect(await screen.findByText('Enter at least one choice')).toBeTruthy()
    fill('Choices', 'S\n M、L\n\n')
    press('Save')
    await waitFor(() => expect(addField).toHaveBeenCalledOnce())
    expect(addField.mock.calls[0]?.[0]).toEqual({
      name: '工装尺码',
      kind: 'choice',
      choices: ['S', 'M', 'L'],
      isMasked: false,
    })
  })
})
