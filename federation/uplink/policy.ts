import { asc, eq, sql } from 'drizzle-orm'
import { usualHubChoices, widened, type PassingChoices } from '../../shared/sync/passing'
import type { HubQueries } from '../database'
import type { Hub } from '../hub'
import { passingPolicy, relay } from '../schema'

export interface PassingPolicy {
  /** 0 for what is usual. */
  readonly version: number
  readonly choices: PassingChoices
  readonly by: string | null
  readonly at: Date | null
}

/** Every policy this hub has had, the present one last. */
export async function policies(orm: HubQueries, { identity }: Hub): Promise<PassingPolicy[]> {
  const found = await orm
    .select()
    .from(passingPolicy)
    .where(eq(passingPolicy.organisation, identity.id))
    .orderBy(asc(passingPolicy.version))
  return [{ version: 0, choices: usualHubChoices, by: null, at: null }, ...found]
}

/** The present policy, and the last one that let more through than the one before it. */
export async function presentPolicy(orm: HubQueries, hub: Hub): Promise<PassingPolicy & { readonly widened: number }> {
  const all = await policies(orm, hub)
  const present = all.at(-1) ?? { version: 0, choices: usualHubChoices, by: null, at: null }
  const wider = all.filter(({ choices }, index) => widened(all[index - 1]?.choices ?? choices, choices).length > 0)
  return { ...present, widened: wider.at(-1)?.version ?? 0 }
}

/** Sets what this hub passes on from now on. */
export async function setPolicy(hub: Hub, choices: PassingChoices, by: string): Promise<void> {
  await hub.orm.transaction(async (tx) => {
    await tx.execute(sql`LOCK TABLE ${passingPolicy} IN SHARE ROW EXCLUSIVE MODE`)
    const { version } = await presentPolicy(tx, hub)
    await tx.insert(passingPolicy).values({ organisation: hub.identity.id, version: version + 1, choices, by })
    await tx.update(relay).set({ figuresDue: true })
  })
}
