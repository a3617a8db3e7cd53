import { and, eq, getTableColumns, inArray, isNull, lte, ne, or, sql } from 'drizzle-orm'
import type { HubIdentity } from '../../shared/contract/hub'
import { daySchema, partialDateSchema } from '../../shared/model/date'
import { branchIdSchema, foreignDuplicateIdSchema, memberIdSchema, newId } from '../../shared/model/id'
import { dayOf } from '../../shared/rules/date'
import type { HubQueries } from '../database'
import { sendDown } from '../downward'
import { organisation, person, personDuplicate, personMember } from '../schema'
import { membersAt } from './facts'
import { personHasher } from './secret'
import { unionNames } from './unions'

/** So many others are named to each; a number that more branches have is no person's, and every one of them hears of it. */
const OTHERS_MAX = 20

type Member = typeof personMember.$inferSelect
type Duplicate = typeof personDuplicate.$inferSelect

/** Members of a branch as they are to be known by their hash now; those that are nobody's, or have no number, are not. */
async function present(tx: HubQueries, hubId: string, branch: string, memberIds: readonly string[]): Promise<Member[]> {
  const members = await membersAt(tx, hubId, branch, memberIds)
  if (members.size === 0) return []
  const hashOf = await personHasher(tx, hubId)
  return [...members].flatMap(([member, { columns, status, since }]) => {
    const idNumber = columns['id_number']
    if ((status !== 'active' && status !== 'kept') || typeof idNumber !== 'string') return []
    return [{ organisation: hubId, branch, member, hash: hashOf(idNumber), since }]
  })
}

/**
 * Keeps who of a branch is known by which hash after records of members changed, and tells both sides where two branches
 * have the same person, or do not any more.
 */
export async function keepPersons(
  tx: HubQueries,
  hub: HubIdentity,
  branch: string,
  memberIds: readonly string[],
): Promise<void> {
  if (memberIds.length === 0) return
  const ofMembers = and(
    eq(personMember.organisation, hub.id),
    eq(personMember.branch, branch),
    inArray(personMember.member, [...memberIds]),
  )
  const now = await present(tx, hub.id, branch, memberIds)
  const before = await tx.select().from(personMember).where(ofMembers)
  const hashBefore = new Map(before.map(({ member, hash }) => [member, hash]))
  const hashNow = new Map(now.map(({ member, hash }) => [member, hash]))
  const come = now.filter(({ member, hash }) => hashBefore.get(member) !== hash)
  const gone = before.filter(({ member, hash }) => hashNow.get(member) !== hash)
  if (gone.length > 0) {
    const members = gone.map(({ member }) => member)
    await tx.delete(personMember).where(and(ofMembers, inArray(personMember.member, members)))
    await endDuplicates(tx, hub, branch, members)
  }
  if (come.length === 0) return
  // Whoever else brings the same person waits here, and then sees who was first; in one order, so that nobody waits for ever.
  const hashes = [...new Set(come.map(({ hash }) => hash))].toSorted()
  await tx
    .insert(person)
    .values(hashes.map((hash) => ({ organisation: hub.id, hash })))
    .onConflictDoUpdate({ target: [person.organisation, person.hash], set: { hash: sql`excluded.hash` } })
  await tx.insert(personMember).values(come)
  const ranked = tx.$with('ranked').as(
    tx
      .select({
        ...getTableColumns(personMember),
        place: sql<number>`row_number() OVER (PARTITION BY ${personMember.hash} ORDER BY ${personMember.member})`.as(
          'place',
        ),
      })
      .from(personMember)
      .where(
        and(eq(personMember.organisation, hub.id), ne(personMember.branch, branch), inArray(personMember.hash, hashes)),
      ),
  )
  const others = await tx.with(ranked).select().from(ranked).where(lte(ranked.place, OTHERS_MAX))
  if (others.length > 0) await findDuplicates(tx, hub, come, others)
}

/** The hubs below through which branches hang; null for this one itself. */
async function hubsOf(tx: HubQueries, branches: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
  const found = await tx
    .select({ id: organisation.organisation, via: organisation.via })
    .from(organisation)
    .where(inArray(organisation.organisation, [...branches]))
  return new Map(found.map(({ id, via }) => [id, via]))
}

async function findDuplicates(tx: HubQueries, hub: HubIdentity, come: readonly Member[], others: readonly Member[]) {
  const viaOf = await hubsOf(tx, [...new Set([...come, ...others].map(({ branch }) => branch))])
  const pairs = come.flatMap((one) =>
    others
      .filter(({ hash }) => hash === one.hash)
      // Two branches of one hub below hear of it from that hub.
      .filter(({ branch }) => viaOf.get(branch) === null || viaOf.get(branch) !== viaOf.get(one.branch))
      .map((other) => {
        const [first, second] = one.branch < other.branch ? [one, other] : [other, one]
        return { first, second }
      }),
  )
  if (pairs.length === 0) return
  const found = await tx
    .insert(personDuplicate)
    .values(
      pairs.map(({ first, second }) => ({
        organisation: hub.id,
        duplicate: newId(foreignDuplicateIdSchema),
        oneBranch: first.branch,
        oneMember: first.member,
        otherBranch: second.branch,
        otherMember: second.member,
      })),
    )
    .onConflictDoNothing()
    .returning()
  const since = new Map([...come, ...others].map((member) => [`${member.branch} ${member.member}`, member.since]))
  await tell(tx, found, (branch, member) => since.get(`${branch} ${member}`) ?? null)
}

/** Duplicates of members who left, or whose number was put right, are none any more. */
async function endDuplicates(tx: HubQueries, hub: HubIdentity, branch: string, members: readonly string[]) {
  const ended = await tx
    .update(personDuplicate)
    .set({ endedAt: sql`now()` })
    .where(
      and(
        eq(personDuplicate.organisation, hub.id),
        isNull(personDuplicate.endedAt),
        or(
          and(eq(personDuplicate.oneBranch, branch), inArray(personDuplicate.oneMember, [...members])),
          and(eq(personDuplicate.otherBranch, branch), inArray(personDuplicate.otherMember, [...members])),
        ),
      ),
    )
    .returning()
  await tell(tx, ended, () => null)
}

/** Tells both branches of each, in one order of the branches. */
async function tell(
  tx: HubQueries,
  duplicates: readonly Duplicate[],
  sinceOf: (branch: string, member: string) => string | null,
) {
  if (duplicates.length === 0) return
  const names = await unionNames(tx, [...new Set(duplicates.flatMap((one) => [one.oneBranch, one.otherBranch]))])
  const told = duplicates.flatMap((found) => [
    {
      found,
      branch: found.oneBranch,
      member: found.oneMember,
      otherBranch: found.otherBranch,
      otherMember: found.otherMember,
    },
    {
      found,
      branch: found.otherBranch,
      member: found.otherMember,
      otherBranch: found.oneBranch,
      otherMember: found.oneMember,
    },
  ])
  for (const branch of [...new Set(told.map((one) => one.branch))].toSorted()) {
    await sendDown(
      tx,
      [branch],
      told
        .filter((one) => one.branch === branch)
        .map(({ found, member, otherBranch, otherMember }) => ({
          kind: 'duplicate',
          body: {
            id: foreignDuplicateIdSchema.parse(found.duplicate),
            memberId: memberIdSchema.parse(member),
            otherOrganisation: branchIdSchema.parse(otherBranch),
            otherUnion: names.get(otherBranch) ?? '',
            since: partialDateSchema.nullable().catch(null).parse(sinceOf(otherBranch, otherMember)),
            foundOn: daySchema.parse(dayOf(found.foundAt)),
            endedOn: found.endedAt === null ? null : dayOf(found.endedAt),
          },
        })),
    )
  }
}
