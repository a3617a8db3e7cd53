import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { sql } from 'drizzle-orm'
import type { HubDatabase } from '../database'

/** A branch that says nothing for so long counts as silent; one that is idle shows itself every five minutes. */
const SILENT_DAYS = 7

/** What is counted of the life of a hub process, for Prometheus. */
export class HubMetrics {
  readonly registry = new Registry()
  readonly #prefix = 'gonghui_hub_'
  readonly requests = new Histogram({
    name: `${this.#prefix}request_seconds`,
    help: 'Requests by path and result, and how long they took',
    labelNames: ['path', 'result'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 30],
    registers: [this.registry],
  })
  readonly bytes = new Counter({
    name: `${this.#prefix}body_bytes_total`,
    help: 'Bytes of bodies as sent',
    labelNames: ['direction'],
    registers: [this.registry],
  })
  readonly entries = new Counter({
    name: `${this.#prefix}entries_total`,
    help: 'New entries by what became of them',
    labelNames: ['outcome'],
    registers: [this.registry],
  })
  readonly ingest = new Histogram({
    name: `${this.#prefix}ingest_seconds`,
    help: 'How long the entries of one push took in the database',
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [this.registry],
  })
  readonly refusedPushes = new Counter({
    name: `${this.#prefix}pushes_refused_total`,
    help: 'Pushes that were refused, by reason',
    labelNames: ['reason'],
    registers: [this.registry],
  })

  constructor({ orm, pool }: HubDatabase) {
    const { registry } = this
    collectDefaultMetrics({ register: registry })
    new Gauge({
      name: `${this.#prefix}branches`,
      help: 'Branches: all that the hub knows, and those silent for a week',
      labelNames: ['state'],
      registers: [registry],
      async collect() {
        const [found] = await orm
          .select({
            known: sql<number>`count(*)::integer`,
            silent: sql<number>`(count(*) FILTER (WHERE last_contact < now() - make_interval(days => ${SILENT_DAYS})))::integer`,
          })
          .from(sql`organisation`)
        this.set({ state: 'known' }, found?.known ?? 0)
        this.set({ state: 'silent' }, found?.silent ?? 0)
      },
    })
    new Gauge({
      name: `${this.#prefix}waiting_entries`,
      help: 'Entries that branches have not sent yet, as they said last',
      registers: [registry],
      async collect() {
        const [found] = await orm
          .select({ waiting: sql<number>`coalesce(sum(waiting), 0)::float8` })
          .from(sql`organisation`)
        this.set(found?.waiting ?? 0)
      },
    })
    if (pool === undefined) return
    new Gauge({
      name: `${this.#prefix}database_connections`,
      help: 'Connections of this process to PostgreSQL, and who waits for one',
      labelNames: ['state'],
      registers: [registry],
      collect() {
        this.set({ state: 'busy' }, pool.totalCount - pool.idleCount)
        this.set({ state: 'idle' }, pool.idleCount)
        this.set({ state: 'awaited' }, pool.waitingCount)
      },
    })
  }
}
