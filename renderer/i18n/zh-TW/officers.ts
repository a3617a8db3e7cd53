export default {
  kind: {
    committee: '委員會',
    audit: '經費審查委員會',
    women: '女職工委員會',
  },
}
