import type { PluralLocale } from '../locale'
import type source from '../zh-CN/reporting'

const reporting: PluralLocale<typeof source> = {
  title: 'Reported to the union above',
  titleText: 'Whether each entry and change of this member has reached the union above.',
  open: 'See what was reported',
  any: 'Reported or not',
  said: 'Reported: {{values}}',
  show: 'Show what was reported',
  nothing: 'Nothing needs attention',
  nothingText: 'Records that the union above did not take are listed here, with the reason and what to correct.',
  attentionText:
    'The union above did not simply take these records. They are all still here and hold nothing else back; once corrected they go up again by themselves.',
  reporting: { unsent: 'Not reported', waiting: 'Waiting', refused: 'Refused', stored: 'Reported' },
  state: {
    waiting: 'Waiting',
    carried: 'In a file, waiting for the answer',
    stored: 'Reported',
    withheld: 'Stays on this PC',
    held: 'Held above',
    rejected: 'Refused',
    conflict: 'Differs above',
    corrected: 'Corrected since',
  },
  column: {
    record: 'Record',
    act: 'What',
    fields: 'Fields',
    state: 'State',
    reason: 'Reason',
    next: 'What to do',
    answeredAt: 'Answered',
    at: 'Recorded',
  },
  allFields_one: '{{count}} field',
  allFields_other: '{{count}} fields',
  ofField: '{{field}}: {{reason}}',
  differs: 'The union above has something else',
  differsIn: '{{field}}: the union above has something else',
  reason: {
    UNKNOWN_TABLE: 'The server above does not know this kind of record yet',
    UNKNOWN_COLUMN: 'The server above does not know this field yet',
    PARENT_MISSING: 'The record it belongs to has not reached the union above',
    ROW_MISSING: 'An earlier entry of this record was not taken',
    INVALID_VALUE: 'not allowed',
    TOO_LONG: 'too long',
    REQUIRED: 'must be filled in',
    APPEND_ONLY: 'Records of this kind can be added, not changed',
    FOREIGN_BRANCH: 'This record belongs to another union',
  },
  next: {
    UNKNOWN_TABLE: 'Nothing; the server takes it once it is updated',
    UNKNOWN_COLUMN: 'Nothing; the server takes it once it is updated',
    PARENT_MISSING: 'See to the record it belongs to; this one follows by itself',
    ROW_MISSING:
      'Correct what was refused first; if nothing was, send the member again under “Compare rolls”, and this follows',
    INVALID_VALUE: 'Open the record, correct this field and save',
    TOO_LONG: 'Open the record, shorten this field and save',
    REQUIRED: 'Open the record, fill in this field and save',
    APPEND_ONLY: 'Correct it by a reversal or a new entry',
    FOREIGN_BRANCH: 'Ask the union above',
    CONFLICT: 'Choose under “Conflicts” which one stands',
  },
}

export default reporting
