import type { FileKeys } from '../../shared/contract/hub'
import type { BranchId, ChangeId, DeviceId, Incarnation } from '../../shared/model/id'
import type { Moment } from '../../shared/model/date'
import { perDatabase } from '../branch-database'
import { refusedResults } from './reporting'

/** The enrolment with the hub; `privateKey` is PKCS #8 in base64. */
export interface Enrolment {
  readonly hubId: string
  readonly hubIncarnation: string
  readonly hubName: string
  readonly address: string
  readonly privateKey: string
  readonly enrolledAt: Moment
  /** The hub has durably stored every entry of the change log up to this position. */
  readonly acknowledgedPosition: number
  readonly lastContact: Moment | null
  /** Up to where what came down was taken over; null for nothing yet. */
  readonly cursor: string | null
  /** The hub's keys for exchange by file, and this device's age identity; null until they are known. */
  readonly hubRecipient: string | null
  readonly hubKey: string | null
  readonly fileIdentity: string | null
  /** Of an enrolment by file: the one-time code, until an answer confirms it. */
  readonly fileCode: string | null
}

/** A stream holds the entries from `firstPosition` up to where the next stream begins. */
export interface SyncStream {
  readonly incarnation: Incarnation
  readonly firstPosition: number
}

/** An entry as the change log holds it; `before` and `after` are JSON. */
export interface LoggedChange {
  readonly position: number
  readonly changeSet: string
  readonly before: string
  readonly after: string
}

export interface StoredReceipt {
  readonly changeId: ChangeId
  readonly result: string
  readonly reason: string | null
  readonly field: string | null
  readonly at: Moment
}

/** Prepared statements of the federation; none of them writes a synced table. */
export const federationQueries = perDatabase(({ sqlite }) => ({
  device: sqlite.prepare<[], { readonly id: DeviceId; readonly incarnation: Incarnation }>(
    'SELECT id, incarnation FROM device',
  ),
  setIncarnation: sqlite.prepare<[Incarnation]>('UPDATE device SET incarnation = ?'),

  branch: sqlite.prepare<
    [],
    {
      readonly id: BranchId
      readonly unionName: string
      readonly creditCode: string | null
      readonly parentUnion: string | null
    }
  >('SELECT id, union_name AS unionName, credit_code AS creditCode, parent_union AS parentUnion FROM branch'),

  enrolment: sqlite.prepare<[], Enrolment>(
    `SELECT hub_id AS hubId, hub_incarnation AS hubIncarnation, hub_name AS hubName, address,
      private_key AS privateKey, enrolled_at AS enrolledAt, acknowledged_position AS acknowledgedPosition,
      last_contact AS lastContact, cursor, hub_recipient AS hubRecipient, hub_key AS hubKey,
      file_identity AS fileIdentity, file_code AS fileCode
    FROM enrolment`,
  ),
  insertEnrolment: sqlite.prepare<[Omit<Enrolment, 'cursor'>]>(
    `INSERT INTO enrolment (hub_id, hub_incarnation, hub_name, address, private_key, enrolled_at,
      acknowledged_position, last_contact, hub_recipient, hub_key, file_identity, file_code)
    VALUES (@hubId, @hubIncarnation, @hubName, @address, @privateKey, @enrolledAt, @acknowledgedPosition, @lastContact,
      @hubRecipient, @hubKey, @fileIdentity, @fileCode)`,
  ),
  recordContact: sqlite.prepare<
    [Pick<Enrolment, 'hubIncarnation' | 'hubName' | 'acknowledgedPosition'> & { readonly lastContact: Moment }]
  >(
    `UPDATE enrolment SET hub_incarnation = @hubIncarnation, hub_name = @hubName,
      acknowledged_position = @acknowledgedPosition, last_contact = @lastContact`,
  ),
  setCursor: sqlite.prepare<[string]>('UPDATE enrolment SET cursor = ?'),
  setHubKeys: sqlite.prepare<[FileKeys]>('UPDATE enrolment SET hub_recipient = @recipient, hub_key = @key'),
  setFileIdentity: sqlite.prepare<[string]>('UPDATE enrolment SET file_identity = ? WHERE file_identity IS NULL'),
  setAddress: sqlite.prepare<[string]>('UPDATE enrolment SET address = ?'),
  /** The hub has taken the device in. */
  confirmEnrolment: sqlite.prepare<[]>('UPDATE enrolment SET file_code = NULL'),
  /** Entries from this position on go up again, since more of them may leave now; null for none. */
  sendAgainFrom: sqlite.prepare<[number | null]>('UPDATE enrolment SET send_again_from = ?'),
  sentAgainFrom: sqlite.prepare<[], number | null>('SELECT send_again_from FROM enrolment').pluck(),
  deleteEnrolment: sqlite.prepare<[]>('DELETE FROM enrolment'),

  /** Streams in their order. */
  streams: sqlite.prepare<[], SyncStream>(
    'SELECT incarnation, first_position AS firstPosition FROM sync_stream ORDER BY first_position, rowid',
  ),
  insertStream: sqlite.prepare<[SyncStream]>(
    'INSERT INTO sync_stream (incarnation, first_position) VALUES (@incarnation, @firstPosition)',
  ),

  /** Up to which number a stream of another copy was brought back here. */
  recalledUntil: sqlite
    .prepare<[Incarnation], number>('SELECT until FROM recalled_stream WHERE incarnation = ?')
    .pluck(),
  recalledStreams: sqlite.prepare<[], { readonly stream: Incarnation; readonly until: number }>(
    'SELECT incarnation AS stream, until FROM recalled_stream',
  ),
  markRecalled: sqlite.prepare<[{ readonly stream: Incarnation; readonly until: number }]>(
    `INSERT INTO recalled_stream (incarnation, until) VALUES (@stream, @until)
    ON CONFLICT (incarnation) DO UPDATE SET until = excluded.until`,
  ),
  /** What was written in a row here and the hub does not have, as JSON. */
  unsentOf: sqlite
    .prepare<[{ readonly rowId: string; readonly acknowledged: number }], string>(
      'SELECT "after" FROM change WHERE row_id = @rowId AND position > @acknowledged',
    )
    .pluck(),

  lastPosition: sqlite.prepare<[], number>('SELECT coalesce(max(position), 0) FROM change').pluck(),
  idAt: sqlite.prepare<[number], ChangeId>('SELECT id FROM change WHERE position = ?').pluck(),
  entriesFrom: sqlite.prepare<[{ readonly from: number; readonly to: number; readonly limit: number }], LoggedChange>(
    `SELECT position, id, incarnation, seq, change_set AS changeSet, "table", row_id AS rowId, operation, "before",
      "after", base, actor, at, batch_id AS batchId, hash
    FROM change WHERE position BETWEEN @from AND @to ORDER BY position LIMIT @limit`,
  ),

  saveReceipt: sqlite.prepare<[StoredReceipt]>(
    `INSERT OR REPLACE INTO receipt (change_id, result, reason, field, at)
    VALUES (@changeId, @result, @reason, @field, @at)`,
  ),
  deleteReceipt: sqlite.prepare<[ChangeId]>('DELETE FROM receipt WHERE change_id = ?'),
  deleteReceipts: sqlite.prepare<[]>('DELETE FROM receipt'),
  attentionCount: sqlite.prepare<[], number>(`SELECT count(*) FROM receipt WHERE result IN ${refusedResults}`).pluck(),
}))
