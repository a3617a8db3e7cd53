import type { PluralLocale } from '../locale'
import type source from '../zh-CN/syncLog'

const syncLog: PluralLocale<typeof source> = {
  tab: 'Transmission log',
  intro: 'Every contact with the server above. Give the file to whoever helps you; it holds nothing about members.',
  copy: 'Copy',
  copied: 'Copied; paste it into a chat or a mail',
  save: 'File for the technician',
  saved: 'Saved as “{{name}}”',
  none: 'Nothing in the log yet',
  noneText: 'Once you are connected, every transmission is noted here.',
  column: { at: 'When', what: 'What', bytes: 'Data used', code: 'Code for the helpdesk' },
  kind: {
    enrol: 'Connected with the union above',
    leave: 'Disconnected',
    takeOver: 'This PC goes on sending',
    passing: 'What is passed on was changed',
    settings: 'The settings were changed',
  },
  resend: {
    onlyHere_one: 'Rolls compared: {{count, number}} member sent again',
    onlyHere_other: 'Rolls compared: {{count, number}} members sent again',
    onlyThere_one: 'Rolls compared: {{count, number}} member to be deleted above',
    onlyThere_other: 'Rolls compared: {{count, number}} members to be deleted above',
    different_one: 'Rolls compared: ours sent again for {{count, number}} member',
    different_other: 'Rolls compared: ours sent again for {{count, number}} members',
    takeBack_one: 'Rolls compared: {{count, number}} member taken back',
    takeBack_other: 'Rolls compared: {{count, number}} members taken back',
  },
  sent_one: 'Sent {{count, number}} entry, {{waiting, number}} left',
  sent_other: 'Sent {{count, number}} entries, {{waiting, number}} left',
  idle: 'In contact, nothing to send',
  failed: 'Did not succeed: {{problem}}',
  times_one: '{{said}} ({{count, number}} time)',
  times_other: '{{said}} ({{count, number}} times)',
  kilobytes: '{{size, number}} KB',
  settings: {
    title: 'When to send',
    when: {
      always: 'Whenever something changed (recommended)',
      hours: 'Only at certain hours of the day',
      every: 'Every few hours',
      byHand: 'Only when I press “Send now”',
    },
    from: 'From (hour)',
    until: 'Until (hour)',
    everyHours: 'Every (hours)',
    isSlow: 'The network is slow or metered',
    isSlowText:
      'Sends in small pieces, of which little is lost when the line breaks, makes contact less often, and sends attached files only when you press “Send now”.',
    bytesWaiting: 'About {{size, number}} KB wait to be sent.',
    save: 'Save settings',
    saved: 'Saved',
  },
}

export default syncLog
