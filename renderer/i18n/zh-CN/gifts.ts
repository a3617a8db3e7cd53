export default {
  tab: '慰问',
  register: '慰问登记',
  on: '日期',
  kind: '事由',
  what: '内容',
  form: '形式',
  amount: '金额',
  none: '还没有慰问登记',
  noneText: '看望会员、发放慰问品以后登记在这里，按人、按年累计，对照支出标准。',
}
