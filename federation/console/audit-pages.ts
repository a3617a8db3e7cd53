import { and, desc, eq, gte, lt, sql } from 'drizzle-orm'
import type { Seen } from '../accounts/seen'
import { audit } from '../schema'
import { nodeNames } from './branches'
import { time, timeText } from './format'
import { html } from './html'
import { auditWords } from './locale/audit'
import { monthField, monthOf } from './month'
import { pageGroup } from './route'

type AuditLine = typeof audit.$inferSelect

/** What was done about what is seen in a month `yyyy-mm` by the hub's clock, the latest first. */
function auditOf(seen: Seen, month: string): Promise<AuditLine[]> {
  const { orm, identity } = seen.hub
  const begin = sql`${`${month}-01`}::timestamptz`
  return orm
    .select()
    .from(audit)
    .where(
      and(
        eq(audit.organisation, identity.id),
        seen.covers(audit.about),
        gte(audit.at, begin),
        lt(audit.at, sql`${begin} + interval '1 month'`),
      ),
    )
    .orderBy(desc(audit.at), desc(audit.id))
}

export const auditPages = pageGroup({
  name: 'audit',
  words: auditWords,
  routes: [
    {
      method: 'GET',
      path: '/audit',
      needs: 'audit',
      link: { section: 'administration', text: 'audit' },
      async handle(visit) {
        const { say, hub, seen, language, url } = visit
        const month = monthOf(url)
        const names = await nodeNames(seen)
        const list = visit.list<AuditLine>({
          name: 'audit',
          title: say('audit'),
          empty: say('nothingDone'),
          rows: await auditOf(seen, month),
          columns: [
            {
              heading: say('at'),
              value: ({ at }) => timeText(at),
              show: ({ at }) => time(at, language),
            },
            { heading: say('by'), value: ({ by }) => (by === 'key' ? say('adminKey') : by) },
            { heading: say('what'), value: ({ event }) => visit.eventText(event) },
            {
              heading: say('about'),
              value: ({ about }) =>
                about === null ? null : (names.get(about) ?? (about === hub.identity.id ? hub.identity.name : null)),
            },
            { heading: say('detail'), value: ({ detail }) => detail },
          ],
        })
        return visit.show(
          html`<h1>${say('audit')}</h1>
            <p class="hint">${say('auditHint')}</p>
            ${monthField(visit, month)} ${list}`,
        )
      },
    },
  ],
})
