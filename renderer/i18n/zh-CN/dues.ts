export default {
  title: '会费',
}
