import type { PluralLocale } from '../locale'
import type source from '../zh-CN/roll'

const roll: PluralLocale<typeof source> = {
  tab: 'Compare rolls',
  intro: 'See whether the roll of the union above agrees with yours: who is only on one side, and what differs.',
  notEnrolled: 'Not connected with the union above yet',
  notEnrolledText: 'Once you are connected under “Overview”, the rolls can be compared here.',
  compare: 'Compare',
  compareAgain: 'Compare again',
  comparing: 'Fetching the roll from the union above and comparing',
  saving: 'Exporting',
  save: 'Export to Excel',
  saved_one: 'Exported {{count, number}} member to “{{name}}”',
  saved_other: 'Exported {{count, number}} members to “{{name}}”',
  print: 'Print',
  paperTitle: 'Comparison of rolls: {{kind}}',
  tooMany_one: '{{count, number}} member is too many to print; export to Excel',
  tooMany_other: '{{count, number}} members are too many to print; export them to Excel',
  at: 'Compared {{at}}',
  show: 'Which to show',
  figure: { here: 'Your roll', there: 'Roll above', same: 'The same' },
  people_one: '{{count, number}} member',
  people_other: '{{count, number}} members',
  kind: { onlyHere: 'Only here', onlyThere: 'Only above', different: 'Different' },
  kindCount: '{{kind}} {{count}}',
  allSame: 'The rolls agree',
  allSameText: 'The union above has every member of yours, with the same contents.',
  about: {
    onlyHere: 'These members are not in the roll of the union above.',
    onlyThere: 'The union above has these people in its roll; you do not.',
    different: 'Both sides have these members, but some fields differ.',
  },
  column: { differences: 'What differs', standing: 'Reported', next: 'What to do' },
  difference: '{{name}}: here {{here}}, above {{there}}',
  empty: '(empty)',
  next: {
    onlyHere: 'Send again',
    different: 'Send again if yours is right; if theirs is, open the member and correct it',
    refused: 'Was refused; correct it under “Needs attention” first',
    waiting: 'Not all sent yet; compare again afterwards',
    deletedHere: 'Deleted here: report the deletion again, or undo it in the log of acts',
    unknownHere: 'Never recorded here: ask the union above before having it deleted',
  },
  resend: { onlyHere: 'Send again', onlyThere: 'Have deleted', different: 'Send again' },
  resendAll: { onlyHere: 'Send all again', onlyThere: 'Have all deleted above', different: 'Send all of ours again' },
  resendChosen: {
    onlyHere_one: 'Send {{count, number}} again',
    onlyHere_other: 'Send {{count, number}} again',
    onlyThere_one: 'Have {{count, number}} deleted above',
    onlyThere_other: 'Have {{count, number}} deleted above',
    different_one: 'Send ours again for {{count, number}}',
    different_other: 'Send ours again for {{count, number}}',
  },
  resendTitle: {
    onlyHere: 'Send these members again?',
    onlyThere: 'Have these people deleted above?',
    different: 'Send what you have again?',
  },
  resendText: {
    onlyHere: 'The members go up again with all their records. Your records do not change.',
    onlyThere:
      'Only the records above are deleted. What the union above changed becomes a conflict first, for a person.',
    different:
      'Only the fields that differ go up. What the union above changed becomes a conflict first, for a person.',
  },
  resent_one: '{{count, number}} member will be sent again',
  resent_other: '{{count, number}} members will be sent again',
  figures: {
    members: 'The union above has {{there, number}} members in good standing, you have {{here, number}}.',
    dues: 'Dues: {{there}} above, {{here}} here.',
    open: 'Compare rolls',
    compare: 'Compare the rolls',
    differ: 'Nothing waits to be sent, yet the two differ. Compare the rolls to see where.',
  },
}

export default roll
