export default {
  title: '操作记录',
}
