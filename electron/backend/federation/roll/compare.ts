import { perDatabase, type BranchDatabase } from '../../../../db/branch-database'
import { rollQueries } from '../../../../db/queries/roll'
import type { RollKind, RollSummary } from '../../../../shared/contract/federation/roll'
import type { RollMember } from '../../../../shared/contract/hub'
import { now } from '../../../../shared/model/date'
import { newId, changeIdSchema } from '../../../../shared/model/id'
import { rollDifference, type RollEntry } from '../../../../shared/rules/federation/roll'
import { passOn, type PassingChoices } from '../../../../shared/sync/passing'
import { wireChangeSchema, type WireChange } from '../../../../shared/sync/wire'
import type { Progress } from '../../roster/progress'
import type { HubCall } from '../../../../federation/client/hub-client'
import { passingChoices } from '../passing/choices'

/** A member in whom the two rolls differ. */
export interface RollFinding {
  readonly memberId: string
  readonly kind: RollKind
  readonly name: string
  readonly columns: readonly string[]
  /** What the union above has; null for a member whom it does not have. */
  readonly there: RollEntry | null
}

interface Comparison {
  readonly summary: RollSummary
  readonly findings: readonly RollFinding[]
}

/** The last comparison of each open database. */
const kept = perDatabase((): { last: Comparison | null } => ({ last: null }))

export const lastComparison = (db: BranchDatabase): Comparison | null => kept(db).last

/** Those of one kind that it found, only of some members unless null. */
export function findingsOf(db: BranchDatabase, kind: RollKind, memberIds: readonly string[] | null): RollFinding[] {
  const wanted = memberIds === null ? null : new Set(memberIds)
  return (lastComparison(db)?.findings ?? []).filter(
    (finding) => finding.kind === kind && (wanted === null || wanted.has(finding.memberId)),
  )
}

/** An entry that says all of a member, from which the columns that may leave the branch are read. */
const sample: WireChange = wireChangeSchema.parse({
  id: newId(changeIdSchema),
  incarnation: newId(changeIdSchema),
  seq: 1,
  changeSet: newId(changeIdSchema),
  table: 'member',
  rowId: newId(changeIdSchema),
  operation: 'insert',
  before: {},
  after: {},
  base: null,
  actor: 'roll',
  at: now(),
  batchId: null,
  hash: 'f'.repeat(64),
})

function entriesBetween(db: BranchDatabase, choices: PassingChoices, after: string | null, until: string | null) {
  return new Map(
    rollQueries(db)
      .members.all({ after, until })
      .map(({ status, ...columns }): [string, RollEntry] => [
        String(columns['id']),
        { status, columns: passOn({ ...sample, after: columns }, choices).after },
      ]),
  )
}

const byName = new Intl.Collator('zh-CN')

/** Compares the roll of the union above with the branch's, page by page in the order of ids; keeps what it finds. */
export async function* compareRolls(
  db: BranchDatabase,
  call: HubCall,
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress<RollSummary>, void, void> {
  const choices = passingChoices(db)
  const total = rollQueries(db).count.get() ?? 0
  const findings: RollFinding[] = []
  let [here, there, same] = [0, 0, 0]

  function compare(theirs: readonly RollMember[], after: string | null, until: string | null): void {
    const mine = entriesBetween(db, choices, after, until)
    const byId = new Map(theirs.map((member) => [member.id, member]))
    here += mine.size
    there += byId.size
    for (const memberId of new Set([...mine.keys(), ...byId.keys()])) {
      const [own, other] = [mine.get(memberId), byId.get(memberId)]
      const difference = rollDifference(own, other)
      if (difference === null) same += 1
      else {
        findings.push({
          memberId,
          kind: difference.kind,
          name: String((own ?? other)?.columns['name'] ?? ''),
          columns: difference.kind === 'different' ? difference.columns : [],
          there: other ?? null,
        })
      }
    }
  }

  let after: string | null = null
  let hasMore = true
  while (hasMore) {
    signal?.throwIfAborted()
    const from: string | null = after
    const page: { members: RollMember[]; hasMore: boolean } = await call((hub) => hub.roll({ after: from }))
    hasMore = page.hasMore
    const last: string | null = page.members.at(-1)?.id ?? null
    compare(page.members, after, hasMore ? last : null)
    after = last
    yield { kind: 'progress', done: Math.min(here, total), total }
  }
  const count = (kind: RollKind) => findings.filter((finding) => finding.kind === kind).length
  const summary = {
    at: now(),
    here,
    there,
    same,
    onlyHere: count('onlyHere'),
    onlyThere: count('onlyThere'),
    different: count('different'),
  }
  findings.sort((a, b) => byName.compare(a.name, b.name) || (a.memberId < b.memberId ? -1 : 1))
  kept(db).last = { summary, findings }
  yield { kind: 'result', result: summary }
}
