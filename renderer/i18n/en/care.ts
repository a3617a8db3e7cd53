export default {
  title: 'Care',
}
