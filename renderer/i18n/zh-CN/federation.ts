export default {
  title: '联网',
}
