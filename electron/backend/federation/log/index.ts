import { release } from 'node:os'
import path from 'node:path'
import { version } from '../../../../package.json'
import { federationQueries } from '../../../../db/queries/federation'
import { syncEventQueries, type StoredSyncEvent } from '../../../../db/queries/sync-events'
import type { BranchDatabase } from '../../../../db/branch-database'
import { now } from '../../../../shared/model/date'
import { syncEventSchema, type SyncEvent } from '../../../../shared/model/sync-event'
import { dayOf } from '../../../../shared/rules/date'
import { PROTOCOL_VERSION } from '../../../../shared/sync/signature'
import { withBranch } from '../../context'
import { writeBytes } from '../../whole-file'
import { hubLinkOf } from '../hub-link'

const os = withBranch.federation.log

/** Most events in the text for a technician. */
const EVENTS_TOLD = 2000

function eventOf({ detail, ...event }: StoredSyncEvent): SyncEvent {
  const parsed: unknown = JSON.parse(detail)
  return syncEventSchema.parse({ ...event, detail: parsed })
}

const pairs = (values: Readonly<Record<string, string | number | null | undefined>>) =>
  Object.entries(values)
    .map(([name, value]) => `${name}=${value === null ? '-' : String(value)}`)
    .join(' ')

/** All that helps a technician; ids of the branch and the device, nothing of any record. */
function technicalText(db: BranchDatabase): string {
  const queries = federationQueries(db)
  const state = hubLinkOf(db).state()
  const device = queries.device.get()
  const schema = Number(db.sqlite.pragma('user_version', { simple: true }))
  const events = syncEventQueries(db).page.all({ limit: EVENTS_TOLD, offset: 0 }).map(eventOf)
  const enrolled =
    state.state === 'enrolled'
      ? {
          hub: state.hubName,
          address: state.address,
          link: state.link,
          waiting: state.waiting,
          attention: state.attention,
          problem: state.problem,
          lastContact: state.lastContact,
        }
      : { state: state.state }
  return [
    `gonghui ${pairs({ version, at: now(), protocol: PROTOCOL_VERSION, schema, system: process.platform, release: release(), arch: process.arch, node: process.version })}`,
    `branch ${pairs({ organisation: queries.branch.get()?.id, device: device?.id, incarnation: device?.incarnation, entries: queries.lastPosition.get() })}`,
    `state ${pairs(enrolled)}`,
    '',
    ...events.map(({ at, kind, detail }) => `${at} ${kind} ${pairs(detail)}`),
    '',
  ].join('\r\n')
}

/** What the link to the union above did. */
export const log = {
  list: os.list.handler(({ context: { db }, input }) => {
    const { page, count } = syncEventQueries(db)
    return { total: count.get() ?? 0, rows: page.all(input).map(eventOf) }
  }),
  text: os.text.handler(({ context: { db } }) => technicalText(db)),
  save: os.save.handler(async ({ context: { db, host } }) => {
    const chosen = await host.chooseSavePath({ suggestedName: `gonghui-link-${dayOf(new Date())}.txt` })
    if (chosen === null) return null
    const file = /\.txt$/i.test(chosen) ? chosen : `${chosen}.txt`
    await writeBytes(file, Buffer.from(`\uFEFF${technicalText(db)}`))
    return { fileName: path.basename(file) }
  }),
}
