export default {
  title: '會員服務',
}
