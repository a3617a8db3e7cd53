import type { AttentionEntry } from '../../../../shared/contract/federation/entries'
import type { SyncedTable } from '../../../../shared/sync/change'

type Owner = NonNullable<AttentionEntry['partOf']>

/** Where the page of a record is that others belong to. */
const pageOfTable: Readonly<Partial<Record<SyncedTable, string>>> = {
  activity: '/activities',
  committee: '/officers/committees',
  provider: '/officers/providers',
  payroll_list: '/dues/payroll',
  fund_entry: '/funds/entries',
  hardship_file: '/care/hardship',
  request: '/care/requests',
}

function pageOfOwner({ table, id }: Owner): string | null {
  const page = pageOfTable[table]
  return page === undefined ? null : `${page}/${id}`
}

/** The tab of a member's page that shows a table. */
const memberTab: Readonly<Partial<Record<SyncedTable, string>>> = {
  identity_document: 'identityDocument',
  relative: 'relative',
  honour: 'honour',
  membership_event: 'events',
  post: 'posts',
  candidate: 'posts',
  delegate: 'posts',
  team_role: 'posts',
  dues_entry: 'dues',
  dues_basis: 'dues',
  dues_exemption: 'dues',
  dues_receipt: 'dues',
  dues_dispute: 'dues',
  arrears_step: 'dues',
  participation: 'activities',
  care_gift: 'care',
  legal_case: 'care',
  mutual_aid: 'care',
  checkup: 'care',
}

/** Pages of what is nobody's and has no page of its own. */
const listPage: Readonly<Partial<Record<SyncedTable, string>>> = {
  branch: '/organisation',
  unit: '/organisation',
  post: '/officers?tab=posts',
  custom_field: '/members',
  dues_rule: '/dues?tab=rules',
  arrears_rule: '/dues?tab=debtors',
  dues_receipt: '/dues?tab=receipts',
  hand_over: '/dues?tab=handOvers',
  remittance: '/dues?tab=payroll',
  fund_budget: '/funds',
  fund_split_rule: '/funds',
  spending_limit: '/funds',
  month_closing: '/funds',
  article: '/officers?tab=articles',
  directive_answer: '/federation',
  transfer_answer: '/federation?tab=transfers',
  transfer_claim: '/federation?tab=transfers&view=claims',
}

/** Where the record that an entry is about is seen and corrected; null where it can be nowhere. */
export function recordPage({ table, rowId, memberId, partOf }: AttentionEntry): string | null {
  if (table === 'batch') return `/log/${rowId}`
  const own = pageOfOwner({ table, id: rowId })
  if (own !== null) return own
  if (memberId !== null)
    return table === 'member' ? `/members/${memberId}/edit` : `/members/${memberId}?tab=${memberTab[table] ?? 'fields'}`
  return (partOf === null ? null : pageOfOwner(partOf)) ?? listPage[table] ?? null
}
