import { useTranslation } from 'react-i18next'
import type { HistoryEntry } from '../../../shared/contract/members'
import { activityTypeSchema, attendanceSchema } from '../../../shared/model/activity'
import { duesEntrySchema, paymentMethodSchema } from '../../../shared/model/dues'
import { duesBasisSchema, memberClassSchema, payItemSchema } from '../../../shared/model/dues-rule'
import { hardshipFileInputSchema, hardshipIntakeSchema, hardshipKindSchema } from '../../../shared/model/hardship'
import { limitItemSchema } from '../../../shared/model/limit-item'
import { memberFieldSchema } from '../../../shared/model/member'
import { membershipEventTypeSchema } from '../../../shared/model/membership'
import { fenSchema } from '../../../shared/model/money'
import { adoptionLevelSchema, teamRoleKindSchema } from '../../../shared/model/team'
import type { SyncedTable } from '../../../shared/sync/change'
import { formatYuan } from '../../components/yuan'
import { useCodeLabel } from '../../i18n/use-code-label'
import { useGiftHistory } from '../care/gifts/use-gift-history'
import { useServiceHistory } from '../care/registers/use-service-history'
import { useRequestHistory } from '../care/requests/use-request-history'
import { useStepHistory } from '../dues/arrears/use-step-history'
import { useDetailNames } from './details/use-detail-names'
import { useFieldText } from './use-field-text'
import { z } from 'zod'

const eventFieldSchema = z.enum(['type', 'date', 'decidedOn', 'reason', 'documentNumber', 'otherUnion'])
const otherFieldSchema = z.enum([
  'kind',
  'amount',
  'month',
  'method',
  'paidOn',
  'note',
  'activityId',
  'attendance',
  'type',
  'name',
  'title',
  'documentNumber',
  'unitId',
  'term',
  'engagement',
  'heldFrom',
  'heldTo',
  'intoId',
  'otherId',
  'startsOn',
  'endsOn',
  'place',
  'memberClass',
  'grade',
  'pay',
  'validFrom',
  'item',
  'reason',
  'from',
  'until',
])
const officerFieldSchema = z.enum([
  'kind',
  'title',
  'unitId',
  'from',
  'until',
  'skill',
  'votes',
  'electedOn',
  'endedOn',
  'writtenOn',
  'channel',
  'adoption',
  'adoptedOn',
  'approvedBy',
  'note',
])
/** Tables of what a member does for the union beside posts. */
const officerTableSchema = z.enum(['candidate', 'delegate', 'team_role', 'article'])
/** Tables whose changes have a name of their own. */
const namedTableSchema = z.enum(['member', 'membership_event', 'dues_entry', 'participation'])
const hardshipFieldSchema = hardshipFileInputSchema.omit({ memberId: true }).keyof()
const duesKindSchema = duesEntrySchema.shape.kind

/** What a change is called, its fields and their values, as people say it, by the table it was made in. */
export function useHistoryTexts() {
  const { t } = useTranslation(['members', 'fields', 'batches', 'activities', 'funds', 'hardship', 'officers'])
  const fieldText = useFieldText()
  const codeLabel = useCodeLabel()
  const steps = useStepHistory()
  const requests = useRequestHistory()
  const services = useServiceHistory()
  const gifts = useGiftHistory()
  const details = {
    identity_document: useDetailNames('identityDocument'),
    relative: useDetailNames('relative'),
    honour: useDetailNames('honour'),
  }

  function act(table: SyncedTable, operation: HistoryEntry['operation']): string {
    const named = namedTableSchema.safeParse(table)
    if (named.success) return t(`history.${named.data}.${operation}`)
    return t(`historyAct.${operation}`, { name: t(`batches:table.${table}`) })
  }

  /** Null for what says nothing to people. */
  function fieldName(table: SyncedTable, field: string): string | null {
    if (table === 'member') {
      const known = memberFieldSchema.safeParse(field)
      return known.success ? t(`fields:member.${known.data}`) : null
    }
    if (table === 'membership_event') {
      const known = eventFieldSchema.safeParse(field)
      return known.success ? t(`fields:eventField.${known.data}`) : null
    }
    if (table === 'identity_document' || table === 'relative' || table === 'honour') {
      return details[table].fieldName(field)
    }
    if (table === 'custom_value') return field
    if (table === 'hardship_file') {
      const known = hardshipFieldSchema.safeParse(field)
      return known.success ? t(`hardship:fileField.${known.data}`) : null
    }
    if (table === 'arrears_step') return steps.fieldName(field)
    if (table === 'request') return requests.fieldName(field)
    if (table === 'legal_case' || table === 'mutual_aid' || table === 'checkup') return services.fieldName(field)
    if (table === 'care_gift') return gifts.fieldName(field)
    if (officerTableSchema.safeParse(table).success) {
      const known = officerFieldSchema.safeParse(field)
      return known.success ? t(`officers:field.${known.data}`) : null
    }
    const known = otherFieldSchema.safeParse(field)
    return known.success ? t(`historyField.${known.data}`) : null
  }

  function memberValue(field: string, value: string): string {
    const known = memberFieldSchema.safeParse(field)
    return known.success ? fieldText(known.data, value) : value
  }

  /** A value that is one of a closed list, translated by that list; others as they stand. */
  function value(table: SyncedTable, field: string, raw: string): string {
    switch (table) {
      case 'member':
        return memberValue(field, raw)
      case 'membership_event': {
        if (field === 'reason') return codeLabel(raw)
        const type = membershipEventTypeSchema.safeParse(raw)
        return field === 'type' && type.success ? t(`fields:event.${type.data}`) : raw
      }
      case 'identity_document':
      case 'relative':
      case 'honour':
        return details[table].fieldText(field, raw)
      case 'custom_value':
      case 'post':
        return codeLabel(raw)
      case 'dues_entry':
      case 'dues_receipt':
        return duesValue(field, raw)
      case 'dues_basis':
        return basisValue(field, raw)
      case 'remittance':
      case 'fund_entry':
      case 'fund_share':
      case 'fund_budget':
      case 'spending_limit':
        return fundValue(field, raw)
      case 'care_gift':
        return gifts.value(field, raw)
      case 'arrears_step':
        return steps.value(field, raw)
      case 'candidate':
        return codeLabel(raw)
      case 'team_role': {
        const kind = teamRoleKindSchema.safeParse(raw)
        return field === 'kind' && kind.success ? t(`officers:role.${kind.data}`) : raw
      }
      case 'article': {
        const level = adoptionLevelSchema.safeParse(raw)
        return field === 'adoption' && level.success ? t(`officers:level.${level.data}`) : codeLabel(raw)
      }
      case 'request':
        return requests.value(field, raw)
      case 'legal_case':
      case 'mutual_aid':
      case 'checkup':
        return services.value(field, raw)
      case 'participation': {
        const attendance = attendanceSchema.safeParse(raw)
        return field === 'attendance' && attendance.success ? t(`fields:attendance.${attendance.data}`) : raw
      }
      case 'activity': {
        const type = activityTypeSchema.safeParse(raw)
        return field === 'type' && type.success ? t(`activities:type.${type.data}`) : raw
      }
      case 'hardship_file': {
        const kind = hardshipKindSchema.safeParse(raw)
        const intake = hardshipIntakeSchema.safeParse(raw)
        if (field === 'kind' && kind.success) return t(`hardship:kind.${kind.data}`)
        return field === 'intake' && intake.success ? t(`hardship:intake.${intake.data}`) : codeLabel(raw)
      }
      case 'branch':
      case 'batch':
      case 'unit':
      case 'custom_field':
      case 'member_merge':
      case 'not_same_person':
      case 'dues_rule':
      case 'dues_exemption':
      case 'payroll_list':
      case 'hand_over':
      case 'dues_dispute':
      case 'arrears_rule':
      case 'fund_split_rule':
      case 'month_closing':
      case 'activity_step':
      case 'activity_budget':
      case 'committee':
      case 'election_step':
      case 'candidate':
      case 'delegate':
      case 'team_role':
      case 'provider':
      case 'provider_contract':
      case 'article':
      case 'directive_answer':
      case 'member_notice':
      case 'transfer':
      case 'transfer_answer':
      case 'transfer_claim':
      case 'hardship_person':
      case 'hardship_assessment':
      case 'request_event':
      case 'mutual_aid_claim':
        return raw
    }
  }

  function duesValue(field: string, raw: string): string {
    const kind = duesKindSchema.safeParse(raw)
    const method = paymentMethodSchema.safeParse(raw)
    // What kind of line it is stands beside it; the sign of the ledger would only puzzle.
    if (field === 'amount') return formatYuan(fenSchema.parse(Math.abs(Number(raw))))
    if (field === 'kind' && kind.success) return t(`fields:duesKind.${kind.data}`)
    return field === 'method' && method.success ? t(`fields:method.${method.data}`) : raw
  }

  function basisValue(field: string, raw: string): string {
    const memberClass = memberClassSchema.safeParse(raw)
    if (field === 'memberClass' && memberClass.success) return t(`fields:memberClass.${memberClass.data}`)
    if (field !== 'pay') return raw
    const pay = duesBasisSchema.shape.pay.parse(JSON.parse(raw))
    return payItemSchema.options
      .flatMap((item) => {
        const amount = pay[item]
        return amount === undefined ? [] : `${t(`fields:payItem.${item}`)} ${formatYuan(amount)}`
      })
      .join(t('batches:semicolon'))
  }

  function fundValue(field: string, raw: string): string {
    if (field === 'amount') return formatYuan(fenSchema.parse(Number(raw)))
    const item = limitItemSchema.safeParse(raw)
    return field === 'item' && item.success ? t(`funds:limitItem.${item.data}`) : raw
  }

  return { act, fieldName, value }
}
