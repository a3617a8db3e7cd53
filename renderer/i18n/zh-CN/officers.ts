export default {
  kind: {
    committee: '委员会',
    audit: '经费审查委员会',
    women: '女职工委员会',
  },
}
