import { and, asc, desc, eq, inArray, isNotNull, isNull, or, sql, type SQL } from 'drizzle-orm'
import { momentSchema, now } from '../shared/model/date'
import type { Directive } from '../shared/model/directive'
import { directiveIdSchema, newId } from '../shared/model/id'
import type { Columns } from '../shared/sync/change'
import type { HubQueries } from './database'
import { sendDown } from './downward'
import type { Seen } from './accounts/seen'
import { device, directive, directiveRecipient, figure, fileContent, organisation, record } from './schema'
import { whenFree } from './when-free'

/** What a person states of a new directive. */
export type DirectiveDraft = Pick<Directive, 'title' | 'text' | 'dueOn' | 'asks' | 'unit'>

/** A directive with how far the answers of those that are seen have come. */
export interface DirectiveOverview extends Directive {
  readonly recipients: number
  readonly answered: number
  /** Sum of the figures answered, in hundredths of the unit. */
  readonly figures: number
  /** Whether it was issued for a node that is seen, so that all it went to are. */
  readonly isOwn: boolean
}

/** What one branch answered to a directive; null fields where it has not. */
export interface BranchAnswer {
  readonly organisation: string
  readonly unionName: string
  readonly answeredOn: string | null
  readonly figure: number | null
  readonly text: string | null
  readonly by: string | null
  readonly file: BranchFile | null
}

/** The file that a branch's answer names, as far as it came. */
export interface BranchFile {
  readonly hash: string
  readonly name: string
  readonly size: number
  readonly received: number
  /** What it is by its content; null until it is whole. */
  readonly mediaType: string | null
}

const answerOf = and(eq(record.table, 'directive_answer'), eq(record.deleted, false))
const answered = sql`${record.columns}->>'directive_id'`

/** Issues a directive to branches that are seen, or with null to all of them that are enrolled. */
export async function issueDirective(
  seen: Seen,
  draft: DirectiveDraft,
  to: readonly string[] | null,
): Promise<Directive> {
  const { orm, identity } = seen.hub
  const issued: Directive = { ...draft, id: newId(directiveIdSchema), issuedAt: now(), withdrawnAt: null }
  await whenFree(() =>
    orm.transaction(async (tx) => {
      const recipients = to === null ? await enrolledOrganisations(tx, seen) : await seenOf(tx, seen, to)
      await tx
        .insert(directive)
        .values({ organisation: identity.id, directive: issued.id, issuedFor: seen.node, body: issued })
      if (recipients.length === 0) return
      await tx.insert(directiveRecipient).values(recipients.map((id) => ({ organisation: id, directive: issued.id })))
      await sendDown(tx, recipients, [{ kind: 'directive', body: issued }])
    }),
  )
  return issued
}

/** Takes a directive of one's own back; the branches keep it and see that it needs no answer any more. */
export async function withdrawDirective(seen: Seen, id: string): Promise<void> {
  const { orm, identity } = seen.hub
  await whenFree(() =>
    orm.transaction(async (tx) => {
      const which = and(eq(directive.organisation, identity.id), eq(directive.directive, id), isOwnDirective(seen))
      const [found] = await tx.select().from(directive).where(which).for('no key update')
      if (found === undefined || found.body.withdrawnAt !== null) return
      const body: Directive = { ...found.body, withdrawnAt: momentSchema.parse(new Date().toISOString()) }
      await tx.update(directive).set({ body }).where(which)
      const recipients = await tx
        .select({ id: directiveRecipient.organisation })
        .from(directiveRecipient)
        .where(eq(directiveRecipient.directive, id))
      await sendDown(
        tx,
        recipients.map((recipient) => recipient.id),
        [{ kind: 'directive', body }],
      )
    }),
  )
}

/** The condition on directives that they were issued for a node that is seen. */
function isOwnDirective(seen: Seen): SQL {
  return seen.covers(directive.issuedFor)
}

/** The condition on directives that they are of one's own, or went to an organisation that is seen. */
export function isSeenDirective(seen: Seen): SQL | undefined {
  const wentTo = sql`EXISTS (SELECT FROM ${directiveRecipient}
    WHERE ${directiveRecipient.directive} = ${directive.directive} AND ${seen.covers(directiveRecipient.organisation)})`
  return and(eq(directive.organisation, seen.hub.identity.id), or(isOwnDirective(seen), wentTo))
}

/** Those of some organisations that are seen. */
async function seenOf(tx: HubQueries, seen: Seen, ids: readonly string[]): Promise<string[]> {
  const found = await tx
    .select({ id: organisation.organisation })
    .from(organisation)
    .where(and(inArray(organisation.organisation, [...ids]), seen.covers(organisation.organisation)))
  return found.map(({ id }) => id)
}

/** Branches that are seen and enrolled, here or with a hub below. */
async function enrolledOrganisations(tx: HubQueries, seen: Seen): Promise<string[]> {
  const here = tx
    .select({ id: device.organisation })
    .from(device)
    .where(sql`${device.revokedAt} IS NULL`)
  const found = await tx
    .select({ id: organisation.organisation })
    .from(organisation)
    .where(
      and(
        eq(organisation.kind, 'branch'),
        seen.covers(organisation.organisation),
        isNull(organisation.closedAt),
        or(isNotNull(organisation.via), inArray(organisation.organisation, here)),
      ),
    )
  return found.map(({ id }) => id)
}

/** The directives that are seen, latest first. */
export async function directiveOverviews(seen: Seen): Promise<DirectiveOverview[]> {
  const { orm } = seen.hub
  const issued = await orm
    .select({ body: directive.body, isOwn: sql<boolean>`${isOwnDirective(seen)}` })
    .from(directive)
    .where(isSeenDirective(seen))
    .orderBy(desc(directive.issuedAt))
  const recipients = await orm
    .select({ directive: directiveRecipient.directive, count: sql<number>`count(*)::integer` })
    .from(directiveRecipient)
    .where(seen.covers(directiveRecipient.organisation))
    .groupBy(directiveRecipient.directive)
  const answers = await orm
    .select({
      directive: figure.period,
      count: sql<number>`count(*) FILTER (WHERE ${figure.name} = 'directiveAnswers' AND ${figure.value} > 0)::integer`,
      figures: sql<number>`coalesce(sum(${figure.value}) FILTER (WHERE ${figure.name} = 'directiveFigures'), 0)::float8`,
    })
    .from(figure)
    .where(and(inArray(figure.name, ['directiveAnswers', 'directiveFigures']), seen.covers(figure.organisation)))
    .groupBy(figure.period)
  return issued.map(({ body, isOwn }) => {
    const ofIt = answers.find((line) => line.directive === body.id)
    return {
      ...body,
      isOwn,
      recipients: recipients.find((line) => line.directive === body.id)?.count ?? 0,
      answered: ofIt?.count ?? 0,
      figures: ofIt?.figures ?? 0,
    }
  })
}

/** What is here of files that answers name, by organisation and hash. */
async function filesNamed(orm: HubQueries, named: readonly { organisation: string; hash: string }[]) {
  const of = <Name extends 'organisation' | 'hash'>(name: Name) => [...new Set(named.map((one) => one[name]))]
  const found =
    named.length === 0
      ? []
      : await orm
          .select()
          .from(fileContent)
          .where(and(inArray(fileContent.organisation, of('organisation')), inArray(fileContent.hash, of('hash'))))
  return new Map(found.map((file) => [`${file.organisation} ${file.hash}`, file]))
}

/** What every recipient that is seen answered, by name. */
export async function branchAnswers(seen: Seen, id: string): Promise<BranchAnswer[]> {
  const { orm } = seen.hub
  const recipients = await orm
    .select({ organisation: organisation.organisation, unionName: organisation.unionName })
    .from(directiveRecipient)
    .innerJoin(organisation, eq(organisation.organisation, directiveRecipient.organisation))
    .where(and(eq(directiveRecipient.directive, id), seen.covers(directiveRecipient.organisation)))
    .orderBy(asc(organisation.unionName))
  if (recipients.length === 0) return []
  const answers = await orm
    .select({ organisation: record.organisation, columns: record.columns })
    .from(record)
    .where(
      and(
        inArray(
          record.organisation,
          recipients.map((recipient) => recipient.organisation),
        ),
        answerOf,
        sql`${answered} = ${id}`,
      ),
    )
  const text = (value: unknown) => (typeof value === 'string' ? value : null)
  const files = await filesNamed(
    orm,
    answers.flatMap(({ organisation, columns }) => {
      const hash = text(columns['file_hash'])
      return hash === null ? [] : [{ organisation, hash }]
    }),
  )
  function fileOf(organisation: string, columns: Columns): BranchFile | null {
    const hash = text(columns['file_hash'])
    const size = columns['file_size']
    if (hash === null || typeof size !== 'number') return null
    const { received = 0, mediaType = null } = files.get(`${organisation} ${hash}`) ?? {}
    return { hash, name: text(columns['file_name']) ?? '', size, received, mediaType }
  }
  return recipients.map((recipient) => {
    const columns: Columns = answers.find((answer) => answer.organisation === recipient.organisation)?.columns ?? {}
    const figure = columns['figure']
    return {
      ...recipient,
      answeredOn: text(columns['answered_on']),
      figure: typeof figure === 'number' ? figure : null,
      text: text(columns['text']),
      by: text(columns['by']),
      file: fileOf(recipient.organisation, columns),
    }
  })
}
