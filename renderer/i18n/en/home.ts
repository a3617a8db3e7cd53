import type { PluralLocale } from '../locale'
import type source from '../zh-CN/home'

const home: PluralLocale<typeof source> = {
  title: 'Home',
  morning: 'Good morning',
  afternoon: 'Good afternoon',
  evening: 'Good evening',
  today: 'Today is {{date}}',
  tasks: 'What needs doing today',
  noTasks: 'Nothing needs doing',
  noTasksText: 'Dues, activities and records are all in order.',
  members: 'Members',
  noMembers: 'No members yet',
  month: 'Dues of {{month}}',
  charged: 'Charged',
  received: 'Received',
  owed: 'Owed in all',
  task: {
    addMembers: 'There are no members yet. Import a roster or add them one by one',
    finishImport: '“{{fileName}}” has {{rows}} rows not imported yet',
    setDuesRule: 'There is no dues rule yet; please set one',
    chargeMonth: '{{month}}: dues of {{members}} members are not charged yet',
    collectDues: '{{members}} members owe dues, {{owed}} in all',
    longArrears: '{{members}} members have not paid for {{months}} months; please contact them',
    upcomingActivity: 'The activity “{{title}}” begins on {{date}}',
    markAttendance: '“{{title}}” is over; attendance of {{signedUp}} people is not marked',
    completeRecords: 'The records of {{members}} members are incomplete',
    enrol: 'Not connected with the union above yet',
    syncAttention: '{{entries}} entries were not accepted above; please look',
  },
  act: {
    addMembers: 'Import',
    finishImport: 'Continue',
    setDuesRule: 'Set',
    chargeMonth: 'Charge',
    collectDues: 'Collect',
    longArrears: 'See the list',
    upcomingActivity: 'See the activity',
    markAttendance: 'Mark',
    completeRecords: 'See members',
    enrol: 'Connect',
    syncAttention: 'Look',
  },
}

export default home
