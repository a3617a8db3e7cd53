export default {
  tab: '慰問',
  register: '慰問登記',
  on: '日期',
  kind: '事由',
  what: '內容',
  form: '形式',
  amount: '金額',
  none: '還沒有慰問登記',
  noneText: '探望會員、發放慰問品後登記在這裡，按人、按年累計，對照支出標準。',
}
