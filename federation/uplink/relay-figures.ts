import { and, asc, eq, inArray, isNotNull, isNull, or } from 'drizzle-orm'
import { RELAY_MAX_FIGURES } from '../../shared/sync/relay'
import { figure, organisation, relay } from '../schema'
import { passesFigure } from './figure-kinds'
import type { Line } from './line'

/** Passes on figures that may have changed, of each organisation as a whole. */
export async function relayFigures({ hub: { orm }, call, choices, mayGoOn }: Line): Promise<void> {
  for (;;) {
    const due = await orm
      .select({ id: relay.organisation, asOf: organisation.lastContact, waiting: organisation.waiting })
      .from(relay)
      .innerJoin(organisation, eq(organisation.organisation, relay.organisation))
      .where(and(relay.figuresDue, isNotNull(relay.node), isNull(relay.problem), eq(organisation.kind, 'branch')))
      .orderBy(asc(relay.organisation))
      .limit(RELAY_MAX_FIGURES)
    if (due.length === 0 || !(await mayGoOn())) return
    const ids = due.map(({ id }) => id)
    // Not due any more from before they are read: what changes meanwhile makes them due again.
    await orm.update(relay).set({ figuresDue: false }).where(inArray(relay.organisation, ids))
    try {
      const figures = await orm.select().from(figure).where(inArray(figure.organisation, ids))
      const organisations = due.map(({ id, asOf, waiting }) => ({
        organisation: id,
        asOf: asOf.toISOString(),
        waiting,
        figures: figures
          .filter((line) => line.organisation === id && passesFigure(line.name, choices))
          .map(({ name, period, value }) => ({ name, period, value })),
      }))
      await call((parent) => parent.relayFigures({ organisations }))
    } catch (error) {
      await orm
        .update(relay)
        .set({ figuresDue: true })
        .where(or(...ids.map((id) => eq(relay.organisation, id))))
      throw error
    }
  }
}
