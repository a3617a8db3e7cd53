export default {
  kind: {
    committee: 'committee',
    audit: 'audit committee',
    women: 'women’s committee',
  },
}
