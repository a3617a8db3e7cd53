import type { PluralLocale } from '../locale'
import type source from '../zh-CN/duplicates'

const duplicates: PluralLocale<typeof source> = {
  title: 'Duplicates',
  open: 'Duplicates',
  note_one: '{{count, number}} pair may be one person; please compare. A merge can be undone.',
  note_other: '{{count, number}} pairs may be one person each; please compare. A merge can be undone.',
  none: 'No duplicates found',
  noneText:
    'Members are compared by ID number, staff number, name with birth or phone, and by sound. Pairs found to be two persons are not shown again.',
  list: 'Members that may be recorded twice',
  pair: '{{one}} and {{other}}',
  why: 'In common',
  reason: {
    idNumber: 'Same ID number',
    idNumberTypo: 'ID numbers differ in one place',
    nameAndStaffNumber: 'Same name and staff number',
    nameAndPhone: 'Same name and phone',
    nameAndBirth: 'Same name, birth dates agree',
    soundAndPhone: 'Names sound alike, same phone',
    soundAndBirth: 'Names sound alike, same birth date',
  },
  compare: 'Compare',
  different: 'Two persons',
  compareTitle: 'Compare {{one}} and {{other}}',
  stays: 'Keep this record',
  takes: 'Use',
  onlyDiffering: 'Only what differs',
  same: 'Both records have the same details',
  attached: 'What belongs to it',
  attachedKind: {
    events: 'Membership changes {{count}}',
    duesEntries: 'Dues entries {{count}}',
    participations: 'Activities {{count}}',
    documents: 'Documents {{count}}',
    relatives: 'Relatives {{count}}',
    honours: 'Honours {{count}}',
    posts: 'Posts {{count}}',
  },
  nothingAttached: 'Nothing',
  attachedNote:
    'Dues, activities, documents, relatives, honours and posts go to the record that stays; a month charged to both counts once. Membership changes are those of the record that stays.',
  merge: 'Merge into one',
  merged: 'Merged into {{name}}',
  distinguished: '{{one}} and {{other}} will not be shown again',
  empty: '(empty)',
}

export default duplicates
