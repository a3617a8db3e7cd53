import { organisationInputSchema, type OrganisationInput } from '../../../shared/model/branch'
import { toHalfWidth } from '../../../shared/rules/half-width'
import { normalisePhone } from '../../../shared/rules/phone'
import { parsePartialDate } from '../../components/partial-date'

export type OrganisationField = keyof OrganisationInput

/** The organisation record as typed. */
export type OrganisationDraft = Readonly<Record<OrganisationField, string>>

/** In the order of the organisation sheet. */
export const organisationFields: readonly OrganisationField[] = organisationInputSchema.keyof().options

export function organisationDraft(input: OrganisationInput): OrganisationDraft {
  const text = (field: OrganisationField) => String(input[field] ?? '')
  return {
    employerName: text('employerName'),
    employerCreditCode: text('employerCreditCode'),
    employerAddress: text('employerAddress'),
    region: text('region'),
    employerNature: text('employerNature'),
    economicType: text('economicType'),
    industry: text('industry'),
    staffCount: text('staffCount'),
    foundedOn: text('foundedOn'),
    unionType: text('unionType'),
    chairName: text('chairName'),
    phone: text('phone'),
  }
}

/** What the draft says, or the fields that cannot be read. */
export function organisationInput(draft: OrganisationDraft): {
  readonly input: OrganisationInput | null
  readonly wrong: ReadonlySet<OrganisationField>
} {
  const compact = (text: string) => toHalfWidth(text).replace(/\s/g, '')
  const read = (field: OrganisationField): unknown => {
    const text = draft[field].trim()
    if (text === '') return null
    switch (field) {
      case 'employerCreditCode':
        return compact(text).toUpperCase()
      case 'staffCount':
        return Number(compact(text))
      case 'foundedOn':
        return parsePartialDate(text) ?? text
      case 'phone':
        return normalisePhone(text)
      case 'employerName':
      case 'employerAddress':
      case 'region':
      case 'employerNature':
      case 'economicType':
      case 'industry':
      case 'unionType':
      case 'chairName':
        return text
    }
  }
  const parsed = organisationInputSchema.safeParse(
    Object.fromEntries(organisationFields.map((field) => [field, read(field)])),
  )
  if (parsed.success) return { input: parsed.data, wrong: new Set() }
  const names = new Set(parsed.error.issues.map(({ path: [name] }) => name))
  return { input: null, wrong: new Set(organisationFields.filter((field) => names.has(field))) }
}
