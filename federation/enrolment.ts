import { and, eq, gt, isNull, sql, type SQL } from 'drizzle-orm'
import { createHash, randomBytes } from 'node:crypto'
import type { BranchInput } from '../shared/model/branch'
import type { Sender } from '../shared/sync/signature'
import { sendPresentVersions } from './codes/issue'
import type { Seen } from './accounts/seen'
import type { Hub } from './hub'
import { device, enrolmentCode, organisation, stream } from './schema'
import { hangBelow, takeHere } from './tree/place'

const CODE_HOURS = 24
/** Crockford's base32: no letter that looks like a digit. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CODE_LENGTH = 12

/** Secret of the given length from letters that are read out and typed without mistakes. */
export function randomLetters(length: number): string {
  return Array.from(randomBytes(length), (byte) => LETTERS[byte % LETTERS.length]).join('')
}

function hashOf(code: string): string {
  const letters = code
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
    .replaceAll(/[^0-9A-Z]/g, '')
  return createHash('sha256').update(letters).digest('hex')
}

/** Who may use a code, and where a newcomer is put in the tree; null directly below the hub's own union. */
export interface CodePurpose {
  readonly kind?: 'branch' | 'hub'
  readonly parent?: string | null
  readonly hours?: number
}

/** The condition on codes that they are for an organisation that is seen, or put a newcomer below one. */
export function isSeenCode(seen: Seen): SQL | undefined {
  const place = sql`coalesce(${enrolmentCode.madeFor}, ${enrolmentCode.parent})`
  return and(eq(enrolmentCode.organisation, seen.hub.identity.id), seen.covers(place))
}

/** Whether a code lets in where it is seen. */
export async function isCodeSeen(seen: Seen, code: string): Promise<boolean> {
  const found = await seen.hub.orm
    .select({ hash: enrolmentCode.codeHash })
    .from(enrolmentCode)
    .where(and(isSeenCode(seen), eq(enrolmentCode.codeHash, hashOf(code))))
  return found.length > 0
}

/** Newcomers that somebody lets in are put below their own node. */
export function newcomersOf({ isWhole, node }: Seen): CodePurpose {
  return { parent: isWhole ? null : node }
}

/**
 * Makes a one-time enrolment code, `XXXX-XXXX-XXXX`, good for 24 hours unless told otherwise: for one organisation that the hub knows, or with
 * null for one that it does not know yet. Only its hash is kept.
 */
export async function makeCode(
  hub: Hub,
  madeFor: string | null,
  { kind = 'branch', parent = null, hours = CODE_HOURS }: CodePurpose = {},
): Promise<string> {
  const code = randomLetters(CODE_LENGTH).replaceAll(/(.{4})(?!$)/g, '$1-')
  await hub.orm.insert(enrolmentCode).values({
    organisation: hub.identity.id,
    codeHash: hashOf(code),
    ...{ madeFor, kind, parent },
    expiresAt: sql`now() + make_interval(hours => ${hours})`,
  })
  return code
}

/**
 * Enrols the sender's device with its key and answers whether it did; a code is used up by success only, and is good
 * again for the same device and key, whose answer may have been lost. The signature of the request has been checked
 * against the key already.
 */
export async function enrolDevice(
  hub: Hub,
  sender: Sender,
  request: {
    readonly code: string
    readonly branch: BranchInput
    readonly kind?: 'branch' | 'hub'
    readonly publicKey: string
    readonly recipient?: string | undefined
  },
): Promise<'enrolled' | 'CODE_WRONG' | 'CODE_FOR_OTHER'> {
  const { publicKey, branch, kind = 'branch', recipient = null } = request
  const { organisation: organisationId, device: deviceId, incarnation, counter } = sender
  const thisCode = and(
    eq(enrolmentCode.organisation, hub.identity.id),
    eq(enrolmentCode.codeHash, hashOf(request.code)),
    gt(enrolmentCode.expiresAt, sql`now()`),
  )
  return hub.orm.transaction(async (tx) => {
    const [code] = await tx.select().from(enrolmentCode).where(thisCode).for('update')
    if (code === undefined) return 'CODE_WRONG'
    const [known] = await tx.select().from(organisation).where(eq(organisation.organisation, organisationId))
    if (code.usedByKey !== null) {
      const ownDevice = and(eq(device.organisation, organisationId), eq(device.device, deviceId))
      const [enrolled] = await tx
        .select()
        .from(device)
        .where(and(ownDevice, isNull(device.revokedAt)))
      return code.usedByKey === publicKey && enrolled?.publicKey === publicKey ? 'enrolled' : 'CODE_WRONG'
    }
    // A hub is not below itself.
    if (organisationId === hub.identity.id) return 'CODE_FOR_OTHER'
    if (code.madeFor !== (known?.organisation ?? null) || code.kind !== kind) return 'CODE_FOR_OTHER'
    if (known !== undefined && known.kind !== kind) return 'CODE_FOR_OTHER'

    await tx.update(enrolmentCode).set({ usedByKey: publicKey }).where(thisCode)
    if (known === undefined) await hangBelow(tx, code.parent, { organisation: organisationId, kind, ...branch })
    else await takeHere(tx, organisationId, deviceId)
    const present = { incarnation, publicKey, recipient, revokedAt: null }
    await tx
      .insert(device)
      .values({ organisation: organisationId, device: deviceId, ...present })
      .onConflictDoUpdate({ target: [device.organisation, device.device], set: present })
    await tx
      .insert(stream)
      .values({ organisation: organisationId, stream: incarnation, device: deviceId, counter })
      .onConflictDoUpdate({
        target: [stream.organisation, stream.stream],
        set: { counter: sql`greatest(stream.counter, excluded.counter)` },
      })
    await sendPresentVersions(tx, hub.identity, organisationId)
    return 'enrolled'
  })
}

/** Keeps to which age recipient answers by file go. */
export async function keepRecipient(
  { orm }: Hub,
  { organisation, device: id }: Sender,
  recipient: string,
): Promise<void> {
  await orm
    .update(device)
    .set({ recipient })
    .where(
      and(
        eq(device.organisation, organisation),
        eq(device.device, id),
        sql`${device.recipient} IS DISTINCT FROM ${recipient}`,
      ),
    )
}

/** Refuses every further request of the organisation's devices, or of one of them. */
export async function revoke(hub: Hub, organisationId: string, deviceId?: string): Promise<void> {
  const ofOrganisation = eq(device.organisation, organisationId)
  await hub.orm
    .update(device)
    .set({ revokedAt: sql`now()` })
    .where(
      and(ofOrganisation, isNull(device.revokedAt), deviceId === undefined ? undefined : eq(device.device, deviceId)),
    )
}
