import { and, desc, eq, gte, inArray, lt, or, sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Seen } from '../accounts/seen'
import { audit } from '../schema'
import { nodeNames } from './branches'
import { time, timeText } from './format'
import { html } from './html'
import { auditWords } from './locale/audit'
import { monthField, monthOf } from './month'
import { pageGroup } from './route'

type AuditLine = typeof audit.$inferSelect

/** The condition on lines that they are about what is seen, of a month `yyyy-mm` by the hub's clock, with words in them. */
function isAsked(seen: Seen, month: string, words: string, events: readonly string[]): SQL | undefined {
  const has = (column: PgColumn) => sql`strpos(lower(${column}), ${words.toLowerCase()}) > 0`
  const begin = sql`${`${month}-01`}::timestamptz`
  return and(
    eq(audit.organisation, seen.hub.identity.id),
    seen.covers(audit.about),
    gte(audit.at, begin),
    lt(audit.at, sql`${begin} + interval '1 month'`),
    words === '' ? undefined : or(has(audit.by), has(audit.detail), inArray(audit.event, [...events])),
  )
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
        const asked = (words: string) => isAsked(seen, month, words, visit.eventsWith(words))
        const list = await visit.longList<AuditLine>({
          name: 'audit',
          title: say('audit'),
          empty: say('nothingDone'),
          search: say('searchIn'),
          count: (words) => hub.orm.$count(audit, asked(words)),
          read: (words, { offset, limit }) =>
            hub.orm
              .select()
              .from(audit)
              .where(asked(words))
              .orderBy(desc(audit.at), desc(audit.id))
              .offset(offset)
              .limit(limit),
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
