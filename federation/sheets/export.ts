import { eq } from 'drizzle-orm'
import { sheetBytes } from '../../electron/backend/reports/sheet-file'
import { partialDateSchema } from '../../shared/model/date'
import type { ProfileDefinition } from '../../shared/model/receiver-profile'
import { builtInProfiles } from '../../shared/receiver-profiles'
import { withCodeLists } from '../../shared/rules/code-list'
import { dayOf } from '../../shared/rules/date'
import { formatDate } from '../../shared/rules/reports/date-form'
import { reportLine, type ReportCell } from '../../shared/rules/reports/line'
import { seenBy, type Seen } from '../accounts/seen'
import { issuedOverviews } from '../codes/overview'
import type { Hub } from '../hub'
import { organisation } from '../schema'
import { lastEventsOf, membersOf } from './members'

/** A sheet that members can be written as. */
export interface ExportSheet {
  readonly id: string
  readonly definition: ProfileDefinition
}

/** The national sheet, then those issued that are seen, with the codes of its lists. */
export async function exportSheets(seen: Seen): Promise<ExportSheet[]> {
  const standing = (await issuedOverviews(seen)).map(({ item }) => item).filter(({ body }) => body.withdrawnAt === null)
  const lists = standing.flatMap((item) => (item.kind === 'codeList' ? [item.body] : []))
  const issued = standing.flatMap((item) => (item.kind === 'receiverProfile' ? [item.body] : []))
  return [...builtInProfiles, ...issued]
    .filter(({ definition }) => definition.kind === 'member')
    .map(({ id, definition }) => ({ id, definition: withCodeLists(definition, lists) }))
}

/**
 * The members of a node of the tree and what is below it, branch by branch, as a sheet. Texts stay texts, whatever they
 * begin with.
 * @param clear whether ID and phone numbers are in full
 */
export async function exportMembers(
  hub: Hub,
  node: string,
  definition: ProfileDefinition,
  clear: boolean,
): Promise<{ readonly bytes: Uint8Array; readonly rows: number }> {
  const branches = await hub.orm
    .select({ id: organisation.organisation, name: organisation.unionName })
    .from(organisation)
    .where(seenBy(hub, { node }).covers(organisation.organisation))
    .orderBy(organisation.unionName)
  const rows: (readonly ReportCell[])[] = []
  for (const { id } of branches) {
    const events = await lastEventsOf(hub, id)
    for (const member of await membersOf(hub, id)) {
      const subject = { member, lastEvent: events.get(member.id) ?? null }
      rows.push(reportLine(definition, subject, rows.length + 1, clear).cells)
    }
  }
  const [own] = branches.length === 1 ? branches : await named(hub, node)
  const today = formatDate('yyyy年M月d日', partialDateSchema.parse(dayOf(new Date()))) ?? ''
  const values = { unionName: own?.name ?? hub.identity.name, today }
  return { bytes: await sheetBytes(definition, rows, values), rows: rows.length }
}

function named({ orm }: Hub, node: string) {
  return orm.select({ name: organisation.unionName }).from(organisation).where(eq(organisation.organisation, node))
}
