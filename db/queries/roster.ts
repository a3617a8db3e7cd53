import type Database from 'better-sqlite3'
import type { Moment } from '../../shared/model/date'
import type { BatchId, MemberId, RosterImportId } from '../../shared/model/id'
import type { RosterConflict, RosterDecision, RosterField, RosterOutcome } from '../../shared/model/roster'
import type { KnownPerson } from '../../shared/rules/roster/match'
import { perDatabase } from '../branch-database'
import { rowInserter } from '../insert-rows'
import { undoneAtOf } from './batches'

/** A staged row as it is kept; `fields` and `issues` are JSON. */
export interface StagedRow {
  readonly importId: RosterImportId
  readonly position: number
  readonly sheet: string
  readonly row: number
  readonly name: string
  readonly outcome: RosterOutcome
  readonly conflict: RosterConflict | null
  readonly decision: RosterDecision | null
  /** JSON of `rowChoicesSchema`; null for none. */
  readonly choices: string | null
  /** JSON of `rowRepairsSchema`; null for none. */
  readonly repairs: string | null
  readonly memberId: MemberId | null
  readonly fields: string
  readonly issues: string
  readonly warnings: number
}

export interface StoredImport {
  readonly id: RosterImportId
  readonly fileName: string
  /** JSON; empty while its rows are still being staged. */
  readonly sheets: string
  readonly startedAt: Moment
  /** JSON of `rosterChoicesSchema`. */
  readonly choices: string
  /** JSON of `valueAnswerSchema[]`. */
  readonly answers: string
  readonly batchId: BatchId | null
  /** Rows in the staging place. */
  readonly rows: number
}

/** What a commit of an import did, as it is kept. */
export interface ImportCommit {
  readonly batchId: BatchId
  readonly importId: RosterImportId
  readonly added: number
  readonly changed: number
  readonly same: number
  readonly leftOut: number
  readonly at: Moment
}

export interface RememberedAnswer {
  readonly field: RosterField
  /** The cell's text as compared, see `termKey`. */
  readonly raw: string
  /** JSON of the answer; null leaves the field empty. */
  readonly value: string
  readonly answeredAt: Moment
}

interface RowFilter {
  readonly importId: RosterImportId
  readonly outcome: RosterOutcome | null
  /** 1 for rows with errors or warnings only. */
  readonly withIssuesOnly: 0 | 1
}

const ofFilter = `import_id = @importId AND (@outcome IS NULL OR outcome = @outcome)
  AND (@withIssuesOnly = 0 OR warnings > 0 OR outcome = 'error')`

/** What a commit writes and what waits for a person, as things stand. */
const isWritten = `(outcome IN ('new', 'changed') AND decision IS NOT 'leaveOut')
  OR (outcome IN ('possibleDuplicate', 'conflict', 'error') AND decision IN ('update', 'addAsNew'))`
const isWaiting = `decision IS NULL AND outcome IN ('possibleDuplicate', 'conflict', 'error')`

const importColumns = `id, file_name AS fileName, sheets, started_at AS startedAt, choices, answers, batch_id AS batchId,
  (SELECT count(*) FROM roster_import_row WHERE import_id = roster_import.id) AS rows`

const stagedColumns = `import_id AS importId, position, sheet, "row", name, outcome, conflict, decision, choices,
  repairs, member_id AS memberId, fields, issues, warnings`

const knownColumns = `name, id_number AS idNumber, staff_number AS staffNumber, member_card_number AS memberCardNumber,
  birth_date AS birthDate, gender, phone`

/** A row as it is staged, before a person says anything of it. */
export type RowToStage = Omit<StagedRow, 'decision' | 'choices' | 'repairs'>

function insertRows(sqlite: Database.Database): (rows: readonly RowToStage[]) => void {
  const insert = rowInserter(sqlite, 'roster_import_row', [
    ...['import_id', 'position', 'sheet', 'row', 'name', 'outcome', 'conflict', 'member_id', 'fields', 'issues'],
    'warnings',
  ])
  return (rows) =>
    insert(
      rows.map((row) => [
        ...[row.importId, row.position, row.sheet, row.row, row.name, row.outcome, row.conflict, row.memberId],
        ...[row.fields, row.issues, row.warnings],
      ]),
    )
}

/** The staging place of roster imports and what committing one reads and writes. */
export const rosterQueries = perDatabase(({ sqlite }) => ({
  /** What tells recorded members apart, so many after a place. */
  knownPersons: sqlite.prepare<[number, number], KnownPerson & { readonly place: number }>(
    `SELECT rowid AS place, id, ${knownColumns} FROM member
     WHERE rowid > ? AND id NOT IN (SELECT member_id FROM member_merge) ORDER BY rowid LIMIT ?`,
  ),
  /** The same of records that live on in another one, with that one's id. */
  mergedPersons: sqlite.prepare<[], KnownPerson>(
    `SELECT into_id AS id, ${knownColumns} FROM member_merge JOIN member ON member.id = member_id`,
  ),
  /** Where every member belongs. */
  places: sqlite.prepare<[], { id: MemberId; department: string | null; unionGroup: string | null }>(
    'SELECT id, department, union_group AS unionGroup FROM member',
  ),

  insertImport: sqlite.prepare<[{ id: RosterImportId; fileName: string; contentHash: string; startedAt: Moment }]>(
    `INSERT INTO roster_import (id, file_name, content_hash, sheets, started_at)
     VALUES (@id, @fileName, @contentHash, '', @startedAt)`,
  ),
  insertFile: sqlite.prepare<[{ importId: RosterImportId; content: Buffer }]>(
    'INSERT INTO roster_import_file (import_id, content) VALUES (@importId, @content)',
  ),
  /** When the same file was committed last, in an import that stands. */
  committedBefore: sqlite
    .prepare<[{ id: RosterImportId }], Moment>(
      `SELECT done.at FROM roster_import AS this
       JOIN roster_import AS other ON other.content_hash = this.content_hash AND other.id <> this.id
       JOIN roster_import_commit AS done ON done.import_id = other.id
       WHERE this.id = @id AND this.content_hash <> '' AND ${undoneAtOf('done.batch_id')} IS NULL
       ORDER BY done.at DESC LIMIT 1`,
    )
    .pluck(),
  setSheets: sqlite.prepare<[{ id: RosterImportId; sheets: string }]>(
    'UPDATE roster_import SET sheets = @sheets WHERE id = @id',
  ),
  /** Keeps what a commit did, and names it as the last one of its import. */
  insertCommit: sqlite.prepare<[ImportCommit]>(
    `INSERT INTO roster_import_commit (batch_id, import_id, added, changed, same, left_out, at)
     VALUES (@batchId, @importId, @added, @changed, @same, @leftOut, @at)`,
  ),
  setBatch: sqlite.prepare<[Pick<ImportCommit, 'importId' | 'batchId'>]>(
    'UPDATE roster_import SET batch_id = @batchId WHERE id = @importId',
  ),
  /** Keeps from which rows members were written: a JSON array of `[memberId, sheet, row]`. */
  insertSources: sqlite.prepare<[{ batchId: BatchId; places: string }]>(
    `INSERT OR IGNORE INTO roster_source (batch_id, member_id, sheet, "row")
     SELECT @batchId, value ->> 0, value ->> 1, value ->> 2 FROM json_each(@places)`,
  ),
  /** Nothing of it is staged any more. */
  finish: sqlite.prepare<[{ id: RosterImportId; at: Moment }]>(
    'UPDATE roster_import SET finished_at = @at WHERE id = @id',
  ),
  deleteFile: sqlite.prepare<[RosterImportId]>('DELETE FROM roster_import_file WHERE import_id = ?'),
  importById: sqlite.prepare<[RosterImportId], StoredImport>(
    `SELECT ${importColumns} FROM roster_import WHERE id = ? AND sheets <> ''`,
  ),
  /** What a person said of an import; without counting its rows. */
  said: sqlite.prepare<[RosterImportId], Pick<StoredImport, 'sheets' | 'choices' | 'answers'>>(
    `SELECT sheets, choices, answers FROM roster_import WHERE id = ? AND sheets <> ''`,
  ),
  content: sqlite.prepare<[RosterImportId], { content: Buffer }>(
    'SELECT content FROM roster_import_file WHERE import_id = ?',
  ),
  /** With rows that wait: never committed, or left out by a commit that stands. */
  unfinished: sqlite.prepare<[], StoredImport>(
    `SELECT ${importColumns} FROM roster_import WHERE sheets <> '' AND finished_at IS NULL
       AND (${undoneAtOf('roster_import.batch_id')} IS NULL OR EXISTS (SELECT 1 FROM roster_import_commit AS done
         WHERE done.import_id = roster_import.id AND ${undoneAtOf('done.batch_id')} IS NULL))
     ORDER BY started_at DESC, id DESC`,
  ),
  deleteImport: sqlite.prepare<[RosterImportId]>('DELETE FROM roster_import WHERE id = ?'),
  /** Imports whose reading was cut off by the end of the program. */
  deleteHalfStaged: sqlite.prepare<[]>(`DELETE FROM roster_import WHERE sheets = ''`),

  insertRows: insertRows(sqlite),
  deleteRows: sqlite.prepare<[RosterImportId]>('DELETE FROM roster_import_row WHERE import_id = ?'),
  moveRows: sqlite.prepare<[{ from: RosterImportId; to: RosterImportId }]>(
    'UPDATE roster_import_row SET import_id = @to WHERE import_id = @from',
  ),
  /** Rows read again keep what a person said of them. */
  keepSettings: sqlite.prepare<[{ from: RosterImportId; to: RosterImportId }]>(
    `UPDATE roster_import_row AS fresh SET decision = known.decision, choices = known.choices, repairs = known.repairs
     FROM roster_import_row AS known
     WHERE fresh.import_id = @to AND known.import_id = @from AND known.sheet = fresh.sheet AND known."row" = fresh."row"
       AND (known.decision IS NOT NULL OR known.choices IS NOT NULL OR known.repairs IS NOT NULL)`,
  ),
  /** Takes rows out, from one position to another, except those at the positions of a JSON array. */
  deleteRange: sqlite.prepare<[{ importId: RosterImportId; first: number; last: number; except: string }]>(
    `DELETE FROM roster_import_row WHERE import_id = @importId AND position BETWEEN @first AND @last
       AND position NOT IN (SELECT value FROM json_each(@except))`,
  ),
  setOutcome: sqlite.prepare<
    [Pick<StagedRow, 'importId' | 'position' | 'name' | 'outcome' | 'conflict' | 'memberId' | 'warnings'>]
  >(
    `UPDATE roster_import_row SET name = @name, outcome = @outcome, conflict = @conflict, member_id = @memberId,
       warnings = @warnings
     WHERE import_id = @importId AND position = @position`,
  ),
  setDecision: sqlite.prepare<[{ importId: RosterImportId; position: number; decision: RosterDecision | null }]>(
    'UPDATE roster_import_row SET decision = @decision WHERE import_id = @importId AND position = @position',
  ),
  setRowChoices: sqlite.prepare<[{ importId: RosterImportId; position: number; choices: string | null }]>(
    'UPDATE roster_import_row SET choices = @choices WHERE import_id = @importId AND position = @position',
  ),
  setRepairs: sqlite.prepare<[{ importId: RosterImportId; position: number; repairs: string | null }]>(
    'UPDATE roster_import_row SET repairs = @repairs WHERE import_id = @importId AND position = @position',
  ),
  /** Rows kept out for an ID number of another row. */
  repeatingRows: sqlite.prepare<[RosterImportId], StagedRow>(
    `SELECT ${stagedColumns} FROM roster_import_row
     WHERE import_id = ? AND issues LIKE '%"id_duplicate_in_file"%' ORDER BY position`,
  ),
  setIssues: sqlite.prepare<[{ importId: RosterImportId; position: number; issues: string }]>(
    'UPDATE roster_import_row SET issues = @issues WHERE import_id = @importId AND position = @position',
  ),
  setAnswers: sqlite.prepare<[{ id: RosterImportId; answers: string }]>(
    'UPDATE roster_import SET answers = @answers WHERE id = @id',
  ),
  /** What values were said to mean up to a moment; `value` is JSON. */
  rememberedAnswers: sqlite.prepare<[Moment], RememberedAnswer>(
    'SELECT field, raw, value, answered_at AS answeredAt FROM roster_answer WHERE answered_at <= ?',
  ),
  rememberAnswer: sqlite.prepare<[RememberedAnswer]>(
    `INSERT INTO roster_answer (field, raw, value, answered_at) VALUES (@field, @raw, @value, @answeredAt)
     ON CONFLICT DO UPDATE SET value = excluded.value, answered_at = excluded.answered_at`,
  ),
  /** Mappings confirmed for earlier files, the last used first; `fields` is JSON. */
  rememberedMappings: sqlite.prepare<[], { readonly fingerprint: string; readonly fields: string }>(
    'SELECT fingerprint, fields FROM roster_mapping ORDER BY used_at DESC LIMIT 200',
  ),
  rememberMapping: sqlite.prepare<[{ fingerprint: string; fields: string; usedAt: Moment }]>(
    `INSERT INTO roster_mapping (fingerprint, fields, used_at) VALUES (@fingerprint, @fields, @usedAt)
     ON CONFLICT DO UPDATE SET fields = excluded.fields, used_at = excluded.used_at`,
  ),
  /** Names that members' departments and the 分会 of the tree have, but for those closed; `aliases` is JSON. */
  knownDepartments: sqlite.prepare<[], { readonly name: string; readonly aliases: string }>(
    `SELECT name, aliases FROM unit WHERE kind = 'branch' AND closed_on IS NULL
     UNION ALL SELECT DISTINCT department, '[]' FROM member
       WHERE department IS NOT NULL AND department NOT IN (SELECT name FROM unit WHERE kind = 'branch')`,
  ),
  setChoices: sqlite.prepare<[{ id: RosterImportId; choices: string }]>(
    'UPDATE roster_import SET choices = @choices WHERE id = @id',
  ),
  rowAt: sqlite.prepare<[RosterImportId, string, number], StagedRow>(
    `SELECT ${stagedColumns} FROM roster_import_row WHERE import_id = ? AND sheet = ? AND "row" = ?`,
  ),
  /** Rows in the order of the file, after a position. */
  rowsAfter: sqlite.prepare<[RosterImportId, number, number], StagedRow>(
    `SELECT ${stagedColumns} FROM roster_import_row WHERE import_id = ? AND position > ? ORDER BY position LIMIT ?`,
  ),
  page: sqlite.prepare<[RowFilter & { limit: number; offset: number }], StagedRow>(
    `SELECT ${stagedColumns} FROM roster_import_row WHERE ${ofFilter} ORDER BY position LIMIT @limit OFFSET @offset`,
  ),
  pageTotal: sqlite.prepare<[RowFilter], { total: number }>(
    `SELECT count(*) AS total FROM roster_import_row WHERE ${ofFilter}`,
  ),
  /** What a commit would leave out as things stand, in the order of the file. */
  leftOut: sqlite.prepare<[RosterImportId], StagedRow>(
    `SELECT ${stagedColumns} FROM roster_import_row WHERE import_id = ? AND (decision = 'leaveOut'
       OR (${isWaiting})) ORDER BY position`,
  ),
  counts: sqlite.prepare<
    [RosterImportId],
    { outcome: RosterOutcome; rows: number; warnings: number; toWrite: number; waiting: number; leftOut: number }
  >(
    `SELECT outcome, count(*) AS rows, sum(warnings) AS warnings, count(*) FILTER (WHERE ${isWritten}) AS toWrite,
       count(*) FILTER (WHERE ${isWaiting}) AS waiting, count(*) FILTER (WHERE decision = 'leaveOut') AS leftOut
     FROM roster_import_row WHERE import_id = ? GROUP BY outcome`,
  ),
}))
