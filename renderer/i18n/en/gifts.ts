export default {
  tab: 'Gifts',
  register: 'Register of gifts',
  on: 'Date',
  kind: 'Occasion',
  what: 'Details',
  form: 'Form',
  amount: 'Amount',
  none: 'No gifts recorded yet',
  noneText: 'Visits and gifts to members are recorded here and added up by person and year against the limits.',
}
