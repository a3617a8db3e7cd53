import type { PluralLocale } from '../locale'
import type source from '../zh-CN/conflicts'

const conflicts: PluralLocale<typeof source> = {
  intro:
    'You and the union above (or another PC of this branch) changed the same record differently. Choose one; what you are not sure of can wait, neither side is lost. A choice can be undone.',
  which: 'Show',
  open: 'To choose',
  done: 'Settled',
  none: {
    open: 'Nothing to choose',
    settled: 'Nothing settled yet',
  },
  noneText: {
    open: 'You and the union above say the same.',
    settled: 'What was settled stays here and can be undone.',
  },
  today: 'today',
  yesterday: 'yesterday',
  onDay: 'on {{day}}',
  empty: 'empty',
  otherPc: 'Another PC',
  partOf: '{{name}}: {{thing}}',
  sentence: {
    values:
      'You changed {{field}} of {{name}} to {{mine}} ({{mineWhen}}); {{who}} changed it to {{theirs}} ({{theirsWhen}}).',
    several_one: 'You changed {{name}} ({{mineWhen}}), and so did {{who}} ({{theirsWhen}}); {{count}} field differs.',
    several_other: 'You changed {{name}} ({{mineWhen}}), and so did {{who}} ({{theirsWhen}}); {{count}} fields differ.',
    deletedHere: 'You removed {{name}} ({{mineWhen}}); {{who}} changed the record ({{theirsWhen}}).',
    deletedThere: 'You changed {{name}} ({{mineWhen}}); {{who}} removed the record ({{theirsWhen}}).',
  },
  reason: 'Reason: {{reason}}',
  column: {
    field: 'Field',
    mine: 'Yours',
    before: 'Before removal',
    theirs: {
      above: 'Theirs',
      otherPc: 'The other PC',
    },
    choice: 'Which one stands',
  },
  deleted: 'Removed',
  side: {
    mine: {
      above: 'yours',
      otherPc: 'yours',
    },
    theirs: {
      above: 'theirs',
      otherPc: 'the other PC',
    },
  },
  valueOf: '{{field}} ({{whose}})',
  choiceOf: 'Which {{field}} stands',
  choose: 'Select {{name}}',
  mine: 'Yours',
  theirs: {
    above: 'Theirs',
    otherPc: 'The other',
  },
  both: 'Both',
  act: {
    values: {
      mine: 'Keep yours',
      theirs: {
        above: 'Take theirs',
        otherPc: 'Take the other',
      },
      both: 'Keep both',
      fields: 'Settle as chosen',
    },
    deletedHere: {
      mine: 'Remove it anyway',
      theirs: {
        above: 'Bring it back as theirs',
        otherPc: 'Bring it back as the other has it',
      },
    },
    deletedThere: {
      mine: 'Keep it and send it again',
      theirs: {
        above: 'Agree to remove it',
        otherPc: 'Agree to remove it',
      },
    },
  },
  bothNote:
    'Both: your phone, e-mail or address stands and the other goes into the remark (remarks are not masked); remarks and talents become one text.',
  chooseAll: 'Select this page',
  chosen_one: '{{count}} selected',
  chosen_other: '{{count}} selected',
  allMine: 'Keep all of yours',
  allTheirs: 'Take all of the others',
  settled_one: '{{count}} record settled',
  settled_other: '{{count}} records settled',
  settledAt: 'Settled {{at}}',
  seeBatch: 'See this act, which can be undone',
  ofMember_one: '{{count}} difference from the union above',
  ofMember_other: '{{count}} differences from the union above',
}

export default conflicts
