import { codePlaceSchema, type CodeList, type CodePlace } from '../../shared/model/code-list'
import type { Moment } from '../../shared/model/date'
import type { CodeListId } from '../../shared/model/id'
import { codePlaces } from '../../shared/sync/code-places'
import { perDatabase } from '../branch-database'

/** A code list as SQLite holds it; `body` is JSON. */
interface CodeListRow extends Pick<CodeList, 'id' | 'version'> {
  readonly body: string
  readonly receivedAt: Moment
}

/** A text of the record, and how often it stands there. */
export interface UsedValue {
  readonly value: string
  readonly count: number
}

/** Prepared statements of the code lists that came down. */
export const codeListQueries = perDatabase(({ sqlite }) => ({
  /** Only a newer version takes the place of the one that is there. */
  put: sqlite.prepare<[CodeListRow]>(
    `INSERT INTO code_list (id, version, body, received_at) VALUES (@id, @version, @body, @receivedAt)
      ON CONFLICT (id) DO UPDATE SET version = excluded.version, body = excluded.body, received_at = excluded.received_at
      WHERE excluded.version > code_list.version`,
  ),
  all: sqlite.prepare<[], CodeListRow>(
    'SELECT id, version, body, received_at AS receivedAt FROM code_list ORDER BY id',
  ),
  get: sqlite.prepare<[CodeListId], CodeListRow>(
    'SELECT id, version, body, received_at AS receivedAt FROM code_list WHERE id = ?',
  ),
  /** The texts that the record has in a place, the most frequent first. */
  usedIn: new Map(
    codePlaceSchema.options.map((place: CodePlace) => {
      const { table, column } = codePlaces[place]
      return [
        place,
        sqlite.prepare<[], UsedValue>(
          `SELECT "${column}" AS value, count(*) AS count FROM "${table}" WHERE "${column}" IS NOT NULL GROUP BY 1
            ORDER BY count DESC, value`,
        ),
      ]
    }),
  ),
  /** The same of a custom field; what is masked is not told. */
  usedInField: sqlite.prepare<[string], UsedValue>(
    `SELECT value, count(*) AS count FROM custom_value JOIN custom_field ON custom_field.id = field_id
      WHERE name = ? AND is_masked = 0 GROUP BY value ORDER BY count DESC, value`,
  ),
}))
