import type { AnswerFile, Directive, DirectiveAnswer } from '../../shared/model/directive'
import type { Day } from '../../shared/model/date'
import type { DirectiveId } from '../../shared/model/id'
import { perDatabase } from '../branch-database'

/** A directive with what was answered; null columns where nothing was. */
export type DirectiveRow = Directive & {
  readonly [Column in Exclude<keyof DirectiveAnswer, 'id' | 'directiveId' | 'text' | 'file'>]:
    DirectiveAnswer[Column] | null
} & {
  readonly answerId: DirectiveAnswer['id'] | null
  readonly answerText: string | null
  readonly fileHash: AnswerFile['hash'] | null
  readonly fileName: AnswerFile['name'] | null
  readonly fileSize: AnswerFile['size'] | null
  /** As `OutgoingFile` says it; null where its content is not here. */
  readonly fileSent: number | null
}

/** An answer as its row holds it. */
type AnswerRow = Omit<DirectiveAnswer, 'file'> & {
  readonly [Column in 'fileHash' | 'fileName' | 'fileSize']: DirectiveRow[Column]
}

const columns = `directive.id, title, directive.text, due_on AS dueOn, asks, unit, issued_at AS issuedAt,
  withdrawn_at AS withdrawnAt, answer.id AS answerId, figure, answer.text AS answerText, answered_on AS answeredOn, "by",
  file_hash AS fileHash, file_name AS fileName, file_size AS fileSize, sent AS fileSent`

const open = 'withdrawn_at IS NULL AND answer.id IS NULL'

/** Prepared statements of the directives that came down. */
export const directiveQueries = perDatabase(({ sqlite }) => {
  const from = `FROM directive LEFT JOIN directive_answer AS answer ON directive_id = directive.id
    LEFT JOIN outgoing_file ON hash = file_hash`
  return {
    put: sqlite.prepare<[Directive]>(
      `INSERT INTO directive (id, title, text, due_on, asks, unit, issued_at, withdrawn_at)
      VALUES (@id, @title, @text, @dueOn, @asks, @unit, @issuedAt, @withdrawnAt)
      ON CONFLICT (id) DO UPDATE SET title = excluded.title, text = excluded.text, due_on = excluded.due_on,
        asks = excluded.asks, unit = excluded.unit, issued_at = excluded.issued_at, withdrawn_at = excluded.withdrawn_at`,
    ),
    /** Those that wait for an answer first, by their deadline; then the latest. */
    list: sqlite.prepare<[{ readonly limit: number; readonly offset: number }], DirectiveRow>(
      `SELECT ${columns} ${from} ORDER BY NOT (${open}), CASE WHEN ${open} THEN coalesce(due_on, '9999') END,
        issued_at DESC LIMIT @limit OFFSET @offset`,
    ),
    count: sqlite.prepare<[], number>('SELECT count(*) FROM directive').pluck(),
    get: sqlite.prepare<[DirectiveId], DirectiveRow>(`SELECT ${columns} ${from} WHERE directive.id = ?`),
    /** By their deadline; those without one last. */
    open: sqlite.prepare<[], { readonly id: DirectiveId; readonly title: string; readonly dueOn: Day | null }>(
      `SELECT directive.id, title, due_on AS dueOn ${from} WHERE ${open} ORDER BY coalesce(due_on, '9999'), issued_at`,
    ),
    insertAnswer: sqlite.prepare<[AnswerRow]>(
      `INSERT INTO directive_answer (id, directive_id, figure, text, answered_on, "by", file_hash, file_name, file_size)
      VALUES (@id, @directiveId, @figure, @text, @answeredOn, @by, @fileHash, @fileName, @fileSize)`,
    ),
    updateAnswer: sqlite.prepare<[AnswerRow]>(
      `UPDATE directive_answer SET figure = @figure, text = @text, answered_on = @answeredOn, "by" = @by,
        file_hash = @fileHash, file_name = @fileName, file_size = @fileSize WHERE id = @id`,
    ),
  }
})
