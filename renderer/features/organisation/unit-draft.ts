import type { PartialDate } from '../../../shared/model/date'
import type { UnitId } from '../../../shared/model/id'
import { unitInputSchema, type Unit, type UnitInput } from '../../../shared/model/unit'
import { parsePartialDate } from '../../components/partial-date'

/** A unit as typed. */
export interface UnitDraft {
  readonly parentId: UnitId | null
  readonly name: string
  readonly aliases: readonly string[]
  readonly foundedOn: string
  /** Whether the name it had until now becomes another spelling. */
  readonly keepsOldName: boolean
}

export function newUnitDraft(parentId: UnitId | null): UnitDraft {
  return { parentId, name: '', aliases: [], foundedOn: '', keepsOldName: true }
}

export function unitDraftOf({ parentId, name, aliases, foundedOn }: Unit): UnitDraft {
  return { parentId, name, aliases, foundedOn: foundedOn ?? '', keepsOldName: true }
}

export type UnitProblem = 'nameMissing' | 'dateWrong'

/** Reads a date that may be left out; undefined when it cannot be read. */
export function optionalDate(text: string): PartialDate | null | undefined {
  return text.trim() === '' ? null : (parsePartialDate(text) ?? undefined)
}

/** Whether the unit gets another name than it had. */
export function isRenamed(draft: UnitDraft, oldName: string | null): boolean {
  const name = draft.name.trim()
  return oldName !== null && name !== '' && name !== oldName
}

/** Reads a draft and says what is wrong. @param oldName the name of a unit that is there already */
export function readUnitDraft(
  draft: UnitDraft,
  oldName: string | null,
): { readonly unit: UnitInput | null; readonly problems: ReadonlySet<UnitProblem> } {
  const problems = new Set<UnitProblem>()
  if (draft.name.trim() === '') problems.add('nameMissing')
  const foundedOn = optionalDate(draft.foundedOn)
  if (foundedOn === undefined) problems.add('dateWrong')
  const kept = isRenamed(draft, oldName) && draft.keepsOldName && oldName !== null ? [oldName] : []
  const aliases = [...draft.aliases, ...kept].map((alias) => alias.trim()).filter((alias) => alias !== '')
  const read = unitInputSchema.safeParse({ parentId: draft.parentId, name: draft.name, aliases, foundedOn })
  return { unit: problems.size === 0 ? (read.data ?? null) : null, problems }
}
