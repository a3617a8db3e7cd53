export default {
  title: '会员服务',
}
