import type { Attachment, AttachmentOwner } from '../../shared/model/attachment'
import type { AttachmentId } from '../../shared/model/id'
import type { SyncedTable } from '../../shared/sync/change'
import { perDatabase } from '../branch-database'

/** An attachment as its row holds it. */
export type AttachmentRow = Omit<Attachment, 'owner'> & {
  readonly ownerKind: AttachmentOwner['kind']
  readonly ownerId: string
}

const owners: Readonly<Record<AttachmentOwner['kind'], SyncedTable>> = {
  fundEntry: 'fund_entry',
  activity: 'activity',
  hardshipFile: 'hardship_file',
  request: 'request',
  legalCase: 'legal_case',
  mutualAidClaim: 'mutual_aid_claim',
  committee: 'committee',
  providerContract: 'provider_contract',
  article: 'article',
}

const columns = `id, owner_kind AS ownerKind, owner_id AS ownerId, label, name, media_type AS mediaType, size, sha256,
  added_at AS addedAt`

/** Prepared statements of pictures and papers. */
export const attachmentQueries = perDatabase(({ sqlite }) => ({
  /** Whether what an attachment is to belong to is there. */
  hasOwner: ({ kind, id }: AttachmentOwner) =>
    sqlite.prepare<[string], 0 | 1>(`SELECT EXISTS (SELECT 1 FROM ${owners[kind]} WHERE id = ?)`).pluck().get(id) === 1,
  list: sqlite.prepare<[string], AttachmentRow>(`SELECT ${columns} FROM attachment WHERE owner_id = ? ORDER BY rowid`),
  count: sqlite.prepare<[string], number>('SELECT count(*) FROM attachment WHERE owner_id = ?').pluck(),
  get: sqlite.prepare<[AttachmentId], AttachmentRow & { readonly content: Buffer }>(
    `SELECT ${columns}, content FROM attachment WHERE id = ?`,
  ),
  insert: sqlite.prepare<[AttachmentRow & { readonly content: Buffer }]>(
    `INSERT INTO attachment (id, owner_kind, owner_id, label, name, media_type, size, sha256, content, added_at)
    VALUES (@id, @ownerKind, @ownerId, @label, @name, @mediaType, @size, @sha256, @content, @addedAt)`,
  ),
  remove: sqlite.prepare<[AttachmentId]>('DELETE FROM attachment WHERE id = ?'),
}))
