import type { PluralLocale } from '../locale'
import type source from '../zh-CN/batches'

const batches: PluralLocale<typeof source> = {
  title: 'Log',
  note: 'Acts on many records can be undone; looking at ID numbers or phones and exporting leave a trace.',
  batchTab: 'Acts',
  accessTab: 'Access',
  kind: {
    import: 'Roster import',
    removal: 'Deletion',
    edit: 'Bulk edit',
    charge: 'Dues charged',
    payment: 'Payment',
    reversal: 'Reversal',
    participants: 'Sign-up',
    undo: 'Undo',
  },
  column: {
    at: 'Time',
    kind: 'Act',
    title: 'About',
    count: 'Records',
    state: 'State',
    member: 'Member',
    reason: 'Reason',
  },
  undoneAt: 'Undone {{at}}',
  undoNamed: 'Undo “{{title}}”',
  noBatches: 'No acts yet',
  noBatchesText: 'Imports, charges and payments are listed here and can be undone.',
  noEvents: 'Nothing yet',
  access: {
    create: 'Record set up',
    unlock: 'Opened',
    unlockFailed: 'Wrong password',
    recovery: 'Opened with the recovery code',
    passphraseChange: 'Password changed',
    reveal: 'Shown in clear',
    export: 'Export',
    report: 'Report',
    paper: 'Paper',
    deletion: 'Deletion',
  },
}

export default batches
