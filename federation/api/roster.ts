import { ORPCError } from '@orpc/server'
import { ROSTER_MAX_ROWS, type ApiRosterRow, type RosterImport } from '../../shared/contract/hub-api'
import { rosterFieldSchema } from '../../shared/model/roster'
import { dayOf } from '../../shared/rules/date'
import { rowReader, type ReadRow } from '../../shared/rules/roster/row'
import type { Hub } from '../hub'
import { assess, enterRows, isWritten, readSheet, type AssessedRow } from '../sheets/import'
import type { ApiKey } from './keys'

/** Rows said field by field, read by the rules by which a sheet's are. */
function readRows(rows: NonNullable<RosterImport['rows']>): ReadRow[] {
  const columns = rosterFieldSchema.options.map((field, index) => ({
    ...{ index, field, typed: true, trustsTenths: false },
    ...{ expectsCitizenId: false, splitter: null, flags: [] },
  }))
  const read = rowReader('', columns, dayOf(new Date()))
  return rows.map((fields, index) => {
    const cells = columns.map(({ field }) => fields[field] ?? null)
    return read({ row: index + 1, hidden: false, cells, own: cells, fromAbove: new Set() })
  })
}

/** What becomes of a row, by field and code: nothing of what it says. */
function lineOf({ row: { sheet, row }, outcome, conflict, issues }: AssessedRow): ApiRosterRow {
  return {
    sheet,
    row,
    outcome,
    conflict,
    issues: issues.map(({ field, code, severity }) => ({ field, code, severity })),
  }
}

export type RosterRefusal =
  | { readonly code: 'FILE_UNREADABLE'; readonly data: { readonly reason: string } }
  | { readonly code: 'TOO_MANY_ROWS'; readonly data: { readonly most: number } }
  | { readonly code: 'REFUSED'; readonly data: { readonly reason: string; readonly field: string | null } }

/** Enters a roster for a branch, or with `preview` says what that would do. */
export async function importRoster(hub: Hub, key: ApiKey, asked: RosterImport) {
  const { organisation, rows: said, file, reason, preview, request } = asked
  const refuse = (refusal: RosterRefusal) => ({ refusal }) as const
  let read: ReadRow[]
  try {
    read = said === undefined ? await readSheet(new Uint8Array((await file?.arrayBuffer()) ?? [])) : readRows(said)
  } catch (error) {
    if (error instanceof ORPCError) return refuse({ code: 'FILE_UNREADABLE', data: { reason: String(error.code) } })
    throw error
  }
  if (read.length > ROSTER_MAX_ROWS) return refuse({ code: 'TOO_MANY_ROWS', data: { most: ROSTER_MAX_ROWS } })
  const assessed = await assess(hub, organisation, read)
  const items = assessed.map(lineOf)
  const written = assessed.filter(isWritten).map(({ row }) => row)
  const nothing = { refusal: null, answer: { items, correction: null, entries: 0 } } as const
  if (preview || (written.length === 0 && request === undefined)) return nothing
  const result = await enterRows(hub, organisation, written, { reason, account: key.name, id: request })
  switch (result.kind) {
    case 'unchanged':
      return nothing
    case 'corrected':
      return { refusal: null, answer: { items, correction: result.id, entries: result.entries } } as const
    case 'refused': {
      const [first] = result.rows
      return refuse({ code: 'REFUSED', data: { reason: first?.reason ?? '', field: first?.field ?? null } })
    }
  }
}
