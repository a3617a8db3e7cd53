import type { CustomField } from '../../shared/model/custom-field'
import type { ChangeId, CustomFieldId, CustomValueId, MemberId } from '../../shared/model/id'
import { perDatabase } from '../branch-database'

/** A custom field as SQLite holds it; `choices` is JSON. */
interface CustomFieldRow extends Omit<CustomField, 'choices' | 'isMasked' | 'isRetired' | 'codeList'> {
  readonly choices: string
  readonly isMasked: 0 | 1
  readonly isRetired: 0 | 1
}

interface CustomValueRow {
  readonly id: CustomValueId
  readonly fieldId: CustomFieldId
  readonly value: string
  readonly version: ChangeId
}

/** Prepared statements of custom fields and their values. */
export const customFieldQueries = perDatabase(({ sqlite }) => ({
  list: sqlite.prepare<[], CustomFieldRow>(
    `SELECT id, name, kind, choices, is_masked AS isMasked, is_retired AS isRetired
      FROM custom_field ORDER BY position, id`,
  ),
  /** How many members have a value in each. */
  valueCounts: sqlite.prepare<[], { fieldId: CustomFieldId; count: number }>(
    'SELECT field_id AS fieldId, count(*) AS count FROM custom_value GROUP BY field_id',
  ),
  insert: sqlite.prepare<[CustomFieldRow]>(
    `INSERT INTO custom_field (id, name, kind, choices, position, is_masked, is_retired)
      VALUES (@id, @name, @kind, @choices, (SELECT coalesce(max(position), -1) + 1 FROM custom_field), @isMasked,
        @isRetired)`,
  ),
  update: sqlite.prepare<[Omit<CustomFieldRow, 'kind'>]>(
    `UPDATE custom_field SET name = @name, choices = @choices, is_masked = @isMasked, is_retired = @isRetired
      WHERE id = @id`,
  ),
  setPosition: sqlite.prepare<[{ readonly id: CustomFieldId; readonly position: number }]>(
    'UPDATE custom_field SET position = @position WHERE id = @id',
  ),

  values: sqlite.prepare<[MemberId], CustomValueRow>(
    `SELECT id, field_id AS fieldId, value,
        (SELECT change.id FROM change WHERE row_id = custom_value.id ORDER BY change.position DESC LIMIT 1) AS version
      FROM custom_value WHERE member_id = ?`,
  ),
  insertValue: sqlite.prepare<
    [
      {
        readonly id: CustomValueId
        readonly memberId: MemberId
        readonly fieldId: CustomFieldId
        readonly value: string
      },
    ]
  >('INSERT INTO custom_value (id, member_id, field_id, value) VALUES (@id, @memberId, @fieldId, @value)'),
  updateValue: sqlite.prepare<[{ readonly id: CustomValueId; readonly value: string }]>(
    'UPDATE custom_value SET value = @value WHERE id = @id',
  ),
  removeValue: sqlite.prepare<[CustomValueId]>('DELETE FROM custom_value WHERE id = ?'),
  /** The field of a value, also of one removed since. */
  fieldOfValue: sqlite
    .prepare<[{ readonly id: string }], CustomFieldId>(
      `SELECT field_id FROM custom_value WHERE id = @id UNION ALL
      SELECT "before" ->> 'field_id' FROM change WHERE row_id = @id AND operation = 'delete' LIMIT 1`,
    )
    .pluck(),
}))
