import { createHash } from 'node:crypto'
import { newDeviceKey } from '../../../federation/client/device-key'
import { connectHub } from '../../../federation/client/hub-client'
import { now } from '../../../shared/model/date'
import {
  branchIdSchema,
  changeIdSchema,
  deviceIdSchema,
  incarnationSchema,
  newId,
  newUuid,
} from '../../../shared/model/id'
import type { Columns } from '../../../shared/sync/change'
import type { WireItem } from '../../../shared/sync/downward'
import type { Hub } from './hub'

/** Another union of the same hub, which has no window. */
export interface OtherUnion {
  /** Asks for a member of the union of that name. */
  claim(fromUnion: string, person: { readonly name: string; readonly idNumber: string }): Promise<void>
  /** What came down to it, by kind. */
  items(kind: string): Promise<WireItem[]>
}

export async function enrolOther(hub: Hub, unionName: string): Promise<OtherUnion> {
  const incarnation = newId(incarnationSchema)
  const organisation = newId(branchIdSchema)
  const { privateKey, publicKey } = newDeviceKey()
  const identity = { organisation, device: newId(deviceIdSchema), incarnation }
  const call = connectHub({ address: hub.address, identity, privateKey, signal: new AbortController().signal })
  const branch = { unionName, creditCode: null, parentUnion: null }
  await call((client) => client.enrol({ code: hub.code, branch, publicKey }))

  async function push(table: string, after: Columns): Promise<void> {
    const id = newId(changeIdSchema)
    const entry = {
      ...{ id, incarnation, seq: 1, changeSet: newUuid(), table, rowId: String(after['id']) },
      ...{ operation: 'insert' as const, before: {}, after, base: null, actor: 'local', at: now(), batchId: null },
      hash: createHash('sha256').update(id).digest('hex'),
    }
    await call((client) =>
      client.push({ stream: incarnation, fromSeq: 1, previous: null, entries: [entry], waiting: 0 }),
    )
  }
  return {
    claim: (fromUnion, { name, idNumber }) =>
      push('transfer_claim', {
        ...{ id: newUuid(), name, id_number: idNumber, phone: null, from_organisation: '', from_union: fromUnion },
        ...{ note: null, requested_on: now().slice(0, 10), withdrawn_on: null },
      }),
    async items(kind) {
      const { items } = await call((client) => client.pull({ cursor: null }))
      return items.filter((item) => item.kind === kind)
    },
  }
}
