export default {
  title: '会费',
  tab: {
    month: '每月应缴',
    year: '全年收缴',
    debtors: '欠缴名单',
    receipts: '收据',
    handOvers: '交款',
    rules: '会费标准',
  },
  month: {
    label: '月份',
  },
  year: {
    label: '年份',
    previous: '上一年',
    next: '下一年',
    name: '{{year}} 年',
    picture: '{{year}} 年各月应缴与实收',
    collected: '实收会费',
    sum: '全年合计',
  },
  figure: {
    charged: '应缴会费',
  },
  searchDebtors: '搜索欠缴会员',
  searchPlaceholder: '姓名、拼音或首字母、证件号后几位、电话',
  noDebtors: '没有人欠缴会费',
  noDebtorsText: '已计费的会费都已缴清。',
  nobodyFound: '没有找到这样的欠缴会员',
  rule: {
    set: '设定会费标准',
    noneText: '设定标准以后，才能算出每个会员应缴多少。',
  },
}
