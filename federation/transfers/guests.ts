import { and, eq, inArray, or } from 'drizzle-orm'
import type { HubIdentity } from '../../shared/contract/hub'
import { branchIdSchema, memberIdSchema, transferIdSchema } from '../../shared/model/id'
import type { TransferFacts } from '../../shared/sync/across'
import type { HubQueries } from '../database'
import { transferAcross } from '../schema'
import { sendAcross } from './elsewhere'
import { answerAt, isTakenBack, membersAt } from './facts'

type Guest = typeof transferAcross.$inferSelect

/** What a branch of this hub says of a transfer from a branch of another one. */
async function factsOf(tx: HubQueries, hub: HubIdentity, guest: Guest, branch: string): Promise<TransferFacts> {
  const answer = await answerAt(tx, branch, guest.transfer)
  const member = memberIdSchema.safeParse(answer?.['member_id'] ?? guest.toMember).data ?? null
  const there = member === null ? undefined : (await membersAt(tx, hub.id, branch, [member])).get(member)
  const isOnRoll = there?.status === 'active' || there?.status === 'kept'
  const before = guest.facts?.incarnation === hub.incarnation ? guest.facts.number : 0
  const which = { transfer: transferIdSchema.parse(guest.transfer), incarnation: hub.incarnation, number: before + 1 }
  const wasTakenBack = await isTakenBack(tx, branch, guest.transfer)
  return { ...which, answer, member, isOnRoll, isTakenBack: wasTakenBack }
}

const said = ({ answer, member, isOnRoll, isTakenBack: isBack }: TransferFacts) => {
  const columns = Object.entries(answer ?? {}).toSorted(([one], [other]) => one.localeCompare(other))
  return JSON.stringify([columns, member, isOnRoll, isBack])
}

/** Tells the other hub what a branch of this one says of transfers from there, where that is news or is asked for anew. */
async function tell(tx: HubQueries, hub: HubIdentity, guests: readonly Guest[], isAsked: boolean): Promise<void> {
  for (const guest of guests) {
    if (guest.toOrganisation === null) continue
    const facts = await factsOf(tx, hub, guest, guest.toOrganisation)
    if (!isAsked && guest.facts !== null && said(guest.facts) === said(facts)) continue
    if (facts.answer === null && guest.facts === null) continue
    await tx
      .update(transferAcross)
      .set({ facts, toMember: facts.member })
      .where(and(eq(transferAcross.organisation, hub.id), eq(transferAcross.transfer, guest.transfer)))
    await sendAcross(tx, hub.id, {
      from: branchIdSchema.parse(guest.toOrganisation),
      to: branchIdSchema.parse(guest.fromOrganisation),
      item: { kind: 'transferFacts', body: facts },
    })
  }
}

/** What follows from answers of a branch, and from changes of its members, for transfers from branches of other hubs. */
export async function followGuests(
  tx: HubQueries,
  hub: HubIdentity,
  branch: string,
  answered: readonly string[],
  members: readonly string[],
): Promise<void> {
  if (answered.length === 0 && members.length === 0) return
  const guests = await tx
    .select()
    .from(transferAcross)
    .where(
      and(
        eq(transferAcross.organisation, hub.id),
        eq(transferAcross.toOrganisation, branch),
        or(
          answered.length === 0 ? undefined : inArray(transferAcross.transfer, [...answered]),
          members.length === 0 ? undefined : inArray(transferAcross.toMember, [...members]),
        ),
      ),
    )
    .orderBy(transferAcross.transfer)
  await tell(tx, hub, guests, false)
}

/** Tells the other hub what stands, because it asks again. */
export async function tellGuest(tx: HubQueries, hub: HubIdentity, transferId: string): Promise<void> {
  const guests = await tx
    .select()
    .from(transferAcross)
    .where(and(eq(transferAcross.organisation, hub.id), eq(transferAcross.transfer, transferId)))
  await tell(tx, hub, guests, true)
}
