export default {
  title: '活动',
}
