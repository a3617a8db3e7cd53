export default {
  title: '导入花名册',
}
