import { ORPCError } from '@orpc/server'
import type fc from 'fast-check'
import { usualHubChoices, type PassingChoices } from '../../../../shared/sync/passing'
import type { FloorName } from './floor'
import type { Site } from './site'
import type { World } from './world'

/** A directive as every branch is to have it in the end. */
export interface Issued {
  readonly by: FloorName
  readonly isWithdrawn: boolean
}

/** What the test knows beside the real world: what must never get lost. */
export interface Model {
  /** Entries that a branch was told to be stored, where no hub went back behind that. */
  readonly acknowledged: Map<Site, Set<string>>
  readonly directives: Map<string, Issued>
  /** Directives that a hub forgot with its restore; branches may know them. */
  readonly forgotten: Set<string>
  /** Whether the hub went back to a backup: what the parent knew of it beyond that is its own now. */
  hasForgotten: boolean
  /** The directives of the hubs' backups. */
  readonly backups: Map<FloorName, ReadonlyMap<string, Issued>>
  /** The most that the hub's policies ever let through. */
  widest: PassingChoices
}

export function newModel(): Model {
  return {
    acknowledged: new Map(),
    directives: new Map(),
    forgotten: new Set(),
    hasForgotten: false,
    backups: new Map(),
    widest: usualHubChoices,
  }
}

export type Command = fc.AsyncCommand<Model, World>

/** An act of a life, told so that the life can be read as a story. */
export function command(told: string, run: (model: Model, world: World) => Promise<void> | void): Command {
  return {
    check: () => true,
    async run(model, world) {
      await run(model, world)
    },
    toString: () => told,
  }
}

export function siteOf({ sites }: World, index: number): Site {
  const site = sites[index]
  if (site === undefined) throw new Error('A command is about a site')
  return site
}

/** One of some lines; −1 is the last. */
export function picked<Line>(lines: readonly Line[], pick: number): Line | undefined {
  return lines.at(pick % Math.max(lines.length, 1))
}

/** Somebody at a window tries something, and may be told why it cannot be. */
export async function tries(act: () => Promise<unknown>): Promise<void> {
  try {
    await act()
  } catch (error) {
    if (!(error instanceof ORPCError) || error.code === 'INTERNAL_SERVER_ERROR') throw error
  }
}

/** Remembers what the hub says it has: up to the acknowledged position of the log. */
export function noteAcknowledged({ acknowledged }: Model, site: Site): void {
  const ids = site.db.sqlite
    .prepare<[], string>('SELECT id FROM change WHERE position <= (SELECT acknowledged_position FROM enrolment)')
    .pluck()
    .all()
  acknowledged.set(site, new Set([...(acknowledged.get(site) ?? []), ...ids]))
}
