import type { CodeList } from '../../shared/model/code-list'
import { versionsOf, type IssuedVersion } from '../codes/overview'
import { isUuid } from './code-form'
import type { CodeKey as Key } from './locale/codes'
import type { Reader, Visit } from './route'

export function useText({ use }: Pick<CodeList, 'use'>, { say }: Reader<Key>): string {
  switch (use.kind) {
    case 'place':
      return say(use.place)
    case 'customField':
      return say('useField', { field: use.field })
    case 'dictionary':
      return say('dictionary')
  }
}

export function kindText({ item }: IssuedVersion, reader: Reader<Key>): string {
  return item.kind === 'codeList' ? useText(item.body, reader) : reader.say('receiverSheet')
}

export function stateText({ item }: IssuedVersion, { say }: Reader<Key>): string {
  if (item.body.withdrawnAt !== null) return say('withdrawn')
  return say('inForce')
}

/** The version in force of what has this id. */
export async function presentOf(visit: Visit<Key>, id: string | null): Promise<IssuedVersion | undefined> {
  return id === null || !isUuid(id) ? undefined : (await versionsOf(visit.seen, id))[0]
}

/** What goes down to all is issued by whoever sees the whole tree. */
export function mayIssue(visit: Visit<Key>): boolean {
  return visit.may('work') && visit.seen.isWhole
}
