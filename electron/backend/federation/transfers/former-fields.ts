import type { BranchDatabase } from '../../../../db/branch-database'
import { customFieldQueries } from '../../../../db/queries/custom-fields'
import { readIncoming, transferQueries } from '../../../../db/queries/transfers'
import { failure } from '../../../../shared/contract/errors'
import { customFieldInputSchema, customFieldKindSchema, type CustomField } from '../../../../shared/model/custom-field'
import {
  customFieldIdSchema,
  customValueIdSchema,
  newId,
  type BatchId,
  type CustomFieldId,
  type MemberId,
} from '../../../../shared/model/id'
import type { FormerField, FormerUnion } from '../../../../shared/model/transfer'
import { checkCustomValue, maskCustomValue } from '../../../../shared/rules/custom-value'
import { customFieldsOf } from '../../members/custom-values'

interface NamedField {
  readonly name: string
  readonly kind: string
}

const isCalled =
  ({ name, kind }: NamedField) =>
  (one: NamedField) =>
    one.name === name && one.kind === kind

/** The field of this branch that is called so and holds the same kind of value. */
export function fieldHere(db: BranchDatabase, named: NamedField): CustomField | undefined {
  return customFieldsOf(db).find((field) => !field.isRetired && isCalled(named)(field))
}

/** Where a member was before, as it may leave the backend. */
export function shownHistory(history: readonly FormerUnion[]): FormerUnion[] {
  return history.map((union) => ({
    ...union,
    custom: union.custom.map((field) => ({ ...field, value: shownValue(field, field.value) ?? '' })),
  }))
}

/** A value of a field of another union, masked where that one masks it. */
export function shownValue({ kind, isMasked }: Omit<FormerField, 'name' | 'value'>, value: unknown): string | null {
  if (typeof value !== 'string') return null
  return maskCustomValue({ kind: customFieldKindSchema.catch('text').parse(kind), isMasked }, value)
}

/** The latest value of a field that came with each member. */
function valuesThatCame(db: BranchDatabase, named: NamedField): ReadonlyMap<MemberId, FormerField> {
  const values = new Map<MemberId, FormerField>()
  for (const { memberId, body } of transferQueries(db).cameWith.all()) {
    const found = readIncoming(body)
      .history.flatMap(({ custom }) => custom)
      .findLast(isCalled(named))
    if (found !== undefined) values.set(memberId, found)
  }
  return values
}

/** The field here that takes the values, with all of them among its choices. Throws CUSTOM_FIELD_EXISTS for one of another kind. */
function fieldFor(db: BranchDatabase, named: NamedField, values: readonly FormerField[]): CustomField {
  const { insert, update } = customFieldQueries(db)
  const kind = customFieldKindSchema.catch('text').parse(named.kind)
  const came = kind === 'choice' ? [...new Set(values.map(({ value }) => value))] : []
  const present = customFieldsOf(db).find(({ name }) => name === named.name)
  if (present === undefined) {
    const made = customFieldInputSchema.parse({
      name: named.name,
      kind,
      choices: came.slice(0, 50),
      isMasked: values.some(({ isMasked }) => isMasked),
    })
    const id = newId(customFieldIdSchema)
    insert.run({ ...made, id, choices: JSON.stringify(made.choices), isMasked: made.isMasked ? 1 : 0, isRetired: 0 })
    return { ...made, id, isRetired: false, codeList: null }
  }
  if (present.kind !== kind) throw failure('CUSTOM_FIELD_EXISTS')
  const choices = [...new Set([...present.choices, ...came])].slice(0, 50)
  // The choices of a list of the union above are not the branch's own.
  if (present.codeList !== null || (choices.length === present.choices.length && !present.isRetired)) return present
  const { id, name, isMasked } = present
  update.run({ id, name, choices: JSON.stringify(choices), isMasked: isMasked ? 1 : 0, isRetired: 0 })
  return { ...present, choices }
}

/** See the contract. Throws NOT_FOUND, CUSTOM_FIELD_EXISTS. */
export function keepFormerField(
  db: BranchDatabase,
  memberId: MemberId,
  named: NamedField,
): { batchId: BatchId; members: number } {
  const values = valuesThatCame(db, named)
  if (!values.has(memberId)) throw failure('NOT_FOUND')
  const { batchId, result } = db.writeBatch({ kind: 'transfer', title: named.name }, () => {
    const field = fieldFor(db, named, [...values.values()])
    const filled = [...values].filter(([member, { value }]) => fillValue(db, field, member, value)).length
    return { count: filled, result: filled }
  })
  return { batchId, members: result }
}

function fillValue(db: BranchDatabase, field: CustomField, memberId: MemberId, value: string): boolean {
  const { values, insertValue } = customFieldQueries(db)
  const fieldId: CustomFieldId = field.id
  const check = checkCustomValue(field, value)
  if (!check.ok || values.all(memberId).some((row) => row.fieldId === fieldId)) return false
  insertValue.run({ id: newId(customValueIdSchema), memberId, fieldId, value: check.value })
  return true
}
