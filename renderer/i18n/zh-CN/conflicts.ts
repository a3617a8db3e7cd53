export default {
  intro:
    '您和上级工会（或本会的另一台电脑）把同一条记录改成了不同的内容。请选一个；拿不准的可以先放着，两边的内容都不会丢。选错了可以撤销。',
  which: '显示哪些',
  open: '待选择',
  done: '已处理',
  none: {
    open: '没有需要选择的',
    settled: '还没有处理过',
  },
  noneText: {
    open: '您和上级的内容一致。',
    settled: '处理过的会留在这里，可以查看和撤销。',
  },
  today: '今天',
  yesterday: '昨天',
  onDay: '{{day}}',
  empty: '空',
  otherPc: '另一台电脑',
  partOf: '{{name}}的{{thing}}',
  sentence: {
    values: '您{{mineWhen}}把{{name}}的{{field}}改成 {{mine}}，{{who}}{{theirsWhen}}改成 {{theirs}}。',
    several_other: '您{{mineWhen}}改了{{name}}，{{who}}{{theirsWhen}}也改了，有 {{count}} 项不同。',
    deletedHere: '您{{mineWhen}}删除了{{name}}，{{who}}{{theirsWhen}}改了这条记录。',
    deletedThere: '您{{mineWhen}}改了{{name}}，{{who}}{{theirsWhen}}把这条记录删除了。',
  },
  reason: '更正原因：{{reason}}',
  column: {
    field: '项目',
    mine: '您的',
    before: '删除前',
    theirs: {
      above: '上级的',
      otherPc: '另一台电脑的',
    },
    choice: '以哪个为准',
  },
  deleted: '已删除',
  side: {
    mine: {
      above: '您的',
      otherPc: '您的',
    },
    theirs: {
      above: '上级的',
      otherPc: '另一台电脑的',
    },
  },
  valueOf: '{{field}}（{{whose}}）',
  choiceOf: '{{field}}以哪个为准',
  choose: '选中{{name}}',
  mine: '您的',
  theirs: {
    above: '上级的',
    otherPc: '另一台的',
  },
  both: '都留',
  act: {
    values: {
      mine: '用您的',
      theirs: {
        above: '用上级的',
        otherPc: '用另一台的',
      },
      both: '都留',
      fields: '按所选处理',
    },
    deletedHere: {
      mine: '仍然删除',
      theirs: {
        above: '恢复，按上级的',
        otherPc: '恢复，按另一台的',
      },
    },
    deletedThere: {
      mine: '保留并重新上报',
      theirs: {
        above: '同意删除',
        otherPc: '同意删除',
      },
    },
  },
  bothNote: '都留：电话、邮箱、地址以您的为准，另一个记入备注（备注不打码）；备注和特长合成一段。',
  chooseAll: '全选本页',
  chosen_other: '已选 {{count}} 条',
  allMine: '都用您的',
  allTheirs: '都用对方的',
  settled_other: '已处理 {{count}} 条',
  settledAt: '{{at}} 处理',
  seeBatch: '查看这次处理，可撤销',
  ofMember_other: '{{count}} 处与上级不同',
}
