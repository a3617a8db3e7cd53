import type { BranchDatabase } from '../../../db/branch-database'
import { codeListQueries, type UsedValue } from '../../../db/queries/code-lists'
import { customFieldQueries } from '../../../db/queries/custom-fields'
import type { ReceivedCodeList } from '../../../shared/contract/federation/code-lists'
import { codeListSchema, codePlaceSchema, type CodeList, type CodePlace } from '../../../shared/model/code-list'
import { now } from '../../../shared/model/date'
import { isListed, offeredNames } from '../../../shared/rules/code-list'

/** Nobody looks through more values of a list at once. */
const MOST_UNLISTED = 100

/** Keeps a code list of the union above; a version that is not newer than the one here changes nothing. */
export function keepCodeList(db: BranchDatabase, list: CodeList): void {
  codeListQueries(db).put.run({ id: list.id, version: list.version, body: JSON.stringify(list), receivedAt: now() })
}

/** Every list that came down, also those withdrawn since. */
export function codeListsOf(db: BranchDatabase): CodeList[] {
  return codeListQueries(db)
    .all.all()
    .map(({ body }) => codeListSchema.parse(JSON.parse(body)))
}

/** The list that gives a custom field its choices, if any. */
export function listOfField(lists: readonly CodeList[], field: string): CodeList | undefined {
  return lists.find(({ use, withdrawnAt }) => use.kind === 'customField' && use.field === field && withdrawnAt === null)
}

function usedValues(db: BranchDatabase, { use }: CodeList): UsedValue[] {
  const { usedIn, usedInField } = codeListQueries(db)
  switch (use.kind) {
    case 'place':
      return usedIn.get(use.place)?.all() ?? []
    case 'customField':
      return usedInField.all(use.field)
    case 'dictionary':
      return []
  }
}

/** The lists as the window shows them: those that stand first, each with the recorded values that it does not have. */
export function receivedCodeLists(db: BranchDatabase): ReceivedCodeList[] {
  const fields = new Set(
    customFieldQueries(db)
      .list.all()
      .map(({ name }) => name),
  )
  const received = codeListQueries(db)
    .all.all()
    .map(({ body, receivedAt }) => {
      const list = codeListSchema.parse(JSON.parse(body))
      const unlisted = usedValues(db, list).filter(({ value }) => !isListed(list, value))
      const fieldMissing = list.use.kind === 'customField' && !fields.has(list.use.field)
      return { ...list, receivedAt, unlisted: unlisted.slice(0, MOST_UNLISTED), fieldMissing }
    })
  const isGone = ({ withdrawnAt }: CodeList) => (withdrawnAt === null ? 0 : 1)
  return received.sort((one, other) => isGone(one) - isGone(other) || one.name.localeCompare(other.name, 'zh-CN'))
}

/** The words that lists of the union above offer for free texts, by place; places without a list are not there. */
export function offeredWords(db: BranchDatabase): Partial<Record<CodePlace, string[]>> {
  const lists = codeListsOf(db).filter(({ withdrawnAt }) => withdrawnAt === null)
  return Object.fromEntries(
    codePlaceSchema.options.flatMap((place) => {
      const words = lists
        .filter(({ use }) => use.kind === 'place' && use.place === place)
        .flatMap((list) => offeredNames(list))
      return words.length === 0 ? [] : [[place, [...new Set(words)]]]
    }),
  )
}
