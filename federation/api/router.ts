import { implement } from '@orpc/server'
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { z } from 'zod'
import {
  apiActivitySchema,
  apiAnswerSchema,
  apiDuesSchema,
  apiMemberSchema,
  apiParticipationSchema,
  hubApiContract,
  type ApiScope,
  type PageQuery,
} from '../../shared/contract/hub-api'
import { memberFieldSchema } from '../../shared/model/member'
import { membershipStatusSchema } from '../../shared/model/membership'
import { seenBy, type Seen } from '../accounts/seen'
import { isSeenDirective } from '../directives'
import type { Hub } from '../hub'
import { directive, figure, organisation } from '../schema'
import type { ApiKey } from './keys'
import { importRoster } from './roster'
import { cursorOf, momentOf, pageOver, placeOf, recordPage, standsAfter, type RecordLine } from './lines'

/** What every procedure is given; `key` is null when the request had none that is good. */
export interface ApiContext {
  readonly hub: Hub
  readonly key: ApiKey | null
}

const os = implement(hubApiContract).$context<ApiContext>()

/** Procedures start from here and find the key, which has the scope. */
function scoped(scope: ApiScope) {
  return os.use(({ context, next, errors }) => {
    if (context.key === null) throw errors.KEY_WRONG()
    if (!context.key.scopes.includes(scope)) throw errors.SCOPE_MISSING({ data: { scope } })
    return next({ context: { key: context.key, seen: seenBy(context.hub, context.key) } })
  })
}

/** What lists of organisations begin with: where a page goes on, and the organisations it is about. */
const overOrganisations = os
  .$context<ApiContext & { readonly seen: Seen }>()
  .middleware(async ({ context, next, errors }, input: Pick<PageQuery, 'cursor' | 'organisation'>) => {
    const from = placeOf(input.cursor)
    if (from === undefined) throw errors.CURSOR_WRONG()
    const ids = await organisationsFor(context.seen, input.organisation)
    if (ids === null) throw errors.NOT_FOUND()
    return next({ context: { from, ids } })
  })

/** The organisations a request is about, in order; null when the one that it names is not seen. */
async function organisationsFor(seen: Seen, asked: string | undefined): Promise<readonly string[] | null> {
  const found = await seen.hub.orm
    .select({ id: organisation.organisation })
    .from(organisation)
    .where(
      and(
        seen.covers(organisation.organisation),
        asked === undefined ? undefined : eq(organisation.organisation, asked),
      ),
    )
    .orderBy(asc(organisation.organisation))
  return asked !== undefined && found.length === 0 ? null : found.map(({ id }) => id)
}

const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** A record as the API shows it: the columns that its schema names. */
function itemOf<Shape extends z.ZodRawShape>(schema: z.ZodObject<Shape>, line: RecordLine, more = {}) {
  const { organisation, id, deleted, updatedAt, columns } = line
  const named = Object.keys(schema.shape).map((name) => [name, columns[snake(name)] ?? null] as const)
  return schema.parse({ ...Object.fromEntries(named), organisation, id, deleted, updatedAt, ...more })
}

function memberOf(line: RecordLine, withParticulars: boolean) {
  const { columns, status, merges, deleted } = line
  const birthDate = columns['birth_date']
  const standing = membershipStatusSchema.safeParse(status)
  const particulars = memberFieldSchema.options.flatMap((field) => {
    const value = columns[snake(field)] ?? null
    return value === null ? [] : [[field, value] as const]
  })
  return itemOf(apiMemberSchema, line, {
    status: standing.success && !deleted ? standing.data : null,
    merged: (merges ?? 0) > 0,
    birthYear: typeof birthDate === 'string' ? birthDate.slice(0, 4) : null,
    particulars: withParticulars ? Object.fromEntries(particulars) : null,
  })
}

const isOpenBranch = and(eq(organisation.kind, 'branch'), isNull(organisation.closedAt))

const figureKey = sql<string>`${figure.name} || ' ' || ${figure.period}`

/** The procedures of the data API. */
export const apiRouter = os.router({
  organisations: scoped('organisations')
    .organisations.use(overOrganisations)
    .handler(async ({ context: { hub, from, ids }, input }) => {
      const { lines, next } = await pageOver(
        ids,
        from,
        input.limit,
        (some, after, most) =>
          hub.orm
            .select()
            .from(organisation)
            .where(
              and(
                inArray(organisation.organisation, [...some]),
                standsAfter(after, organisation.organisation, organisation.organisation),
              ),
            )
            .orderBy(asc(organisation.organisation))
            .limit(most),
        (line) => line.organisation,
      )
      return {
        next,
        items: lines.map(({ enrolledAt, lastContact, ...line }) => ({
          ...line,
          enrolledAt: momentOf(enrolledAt),
          lastContact: momentOf(lastContact),
        })),
      }
    }),

  figures: scoped('figures')
    .figures.use(overOrganisations)
    .handler(async ({ context: { hub, from, ids }, input }) => {
      const { lines, next } = await pageOver(
        ids,
        from,
        input.limit,
        (some, after, most) =>
          hub.orm
            .select()
            .from(figure)
            .where(
              and(
                inArray(figure.organisation, [...some]),
                input.period === undefined ? undefined : eq(figure.period, input.period),
                standsAfter(after, figure.organisation, figureKey),
              ),
            )
            .orderBy(asc(figure.organisation), asc(figureKey))
            .limit(most),
        ({ name, period }) => `${name} ${period}`,
      )
      return { next, items: [...lines] }
    }),

  members: scoped('members')
    .members.use(overOrganisations)
    .handler(async ({ context: { hub, key, from, ids }, input, errors }) => {
      const withParticulars = input.particulars === 'true'
      if (withParticulars && !key.scopes.includes('memberParticulars')) {
        throw errors.SCOPE_MISSING({ data: { scope: 'memberParticulars' } })
      }
      const { next, lines } = await recordPage(hub, 'member', ids, from, input)
      return { next, items: lines.map((line) => memberOf(line, withParticulars)) }
    }),

  dues: scoped('dues')
    .dues.use(overOrganisations)
    .handler(async ({ context: { hub, from, ids }, input }) => {
      const { next, lines } = await recordPage(hub, 'dues_entry', ids, from, input)
      return { next, items: lines.map((line) => itemOf(apiDuesSchema, line)) }
    }),

  activities: scoped('activities')
    .activities.use(overOrganisations)
    .handler(async ({ context: { hub, from, ids }, input }) => {
      const { next, lines } = await recordPage(hub, 'activity', ids, from, input)
      return { next, items: lines.map((line) => itemOf(apiActivitySchema, line)) }
    }),

  participations: scoped('activities')
    .participations.use(overOrganisations)
    .handler(async ({ context: { hub, from, ids }, input }) => {
      const { next, lines } = await recordPage(hub, 'participation', ids, from, input)
      return { next, items: lines.map((line) => itemOf(apiParticipationSchema, line)) }
    }),

  directives: scoped('directives').directives.handler(
    async ({ context: { hub, seen }, input: { cursor, limit }, errors }) => {
      const from = placeOf(cursor)
      if (from === undefined) throw errors.CURSOR_WRONG()
      const found = await hub.orm
        .select({ organisation: directive.organisation, directive: directive.directive, body: directive.body })
        .from(directive)
        .where(and(isSeenDirective(seen), standsAfter(from, directive.organisation, directive.directive)))
        .orderBy(asc(directive.directive))
        .limit(limit + 1)
      const shown = found.slice(0, limit)
      const last = shown.at(-1)
      return {
        next: found.length > limit && last !== undefined ? cursorOf([last.organisation, last.directive]) : null,
        items: shown.map(({ body: { id, title, text, dueOn, asks, unit, issuedAt, withdrawnAt } }) => ({
          ...{ id, title, text, dueOn, asks, unit, issuedAt, withdrawnAt },
        })),
      }
    },
  ),

  importRoster: scoped('rosters').importRoster.handler(async ({ context: { hub, key, seen }, input, errors }) => {
    const { organisation: id } = input
    const [branch] = await hub.orm
      .select({ id: organisation.organisation })
      .from(organisation)
      .where(and(seen.covers(organisation.organisation), eq(organisation.organisation, id), isOpenBranch))
    if (branch === undefined) throw errors.NOT_FOUND()
    const entered = await importRoster(hub, key, input)
    if (entered.refusal === null) return entered.answer
    const { refusal } = entered
    switch (refusal.code) {
      case 'FILE_UNREADABLE':
        throw errors.FILE_UNREADABLE({ data: refusal.data })
      case 'TOO_MANY_ROWS':
        throw errors.TOO_MANY_ROWS({ data: refusal.data })
      case 'REFUSED':
        throw errors.REFUSED({ data: refusal.data })
    }
  }),

  answers: scoped('directives')
    .answers.use(overOrganisations)
    .handler(async ({ context: { hub, from, ids }, input }) => {
      const { next, lines } = await recordPage(hub, 'directive_answer', ids, from, input)
      return { next, items: lines.map((line) => itemOf(apiAnswerSchema, line)) }
    }),
})
