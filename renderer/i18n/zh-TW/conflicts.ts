import type { Locale } from '../locale'
import type source from '../zh-CN/conflicts'

const conflicts: Locale<typeof source> = {
  intro:
    '您和上級工會（或本會的另一台電腦）把同一筆紀錄改成了不同的內容。請選一個；拿不定的可以先放著，兩邊的內容都不會遺失。選錯了可以復原。',
  which: '顯示哪些',
  open: '待選擇',
  done: '已處理',
  none: {
    open: '沒有需要選擇的',
    settled: '還沒有處理過',
  },
  noneText: {
    open: '您和上級的內容一致。',
    settled: '處理過的會留在這裡，可以檢視和復原。',
  },
  today: '今天',
  yesterday: '昨天',
  onDay: '{{day}}',
  empty: '空白',
  otherPc: '另一台電腦',
  partOf: '{{name}}的{{thing}}',
  sentence: {
    values: '您{{mineWhen}}把{{name}}的{{field}}改成 {{mine}}，{{who}}{{theirsWhen}}改成 {{theirs}}。',
    several_other: '您{{mineWhen}}改了{{name}}，{{who}}{{theirsWhen}}也改了，有 {{count}} 項不同。',
    deletedHere: '您{{mineWhen}}刪除了{{name}}，{{who}}{{theirsWhen}}改了這筆紀錄。',
    deletedThere: '您{{mineWhen}}改了{{name}}，{{who}}{{theirsWhen}}把這筆紀錄刪除了。',
  },
  reason: '更正原因：{{reason}}',
  column: {
    field: '項目',
    mine: '您的',
    before: '刪除前',
    theirs: {
      above: '上級的',
      otherPc: '另一台電腦的',
    },
    choice: '以哪個為準',
  },
  deleted: '已刪除',
  side: {
    mine: {
      above: '您的',
      otherPc: '您的',
    },
    theirs: {
      above: '上級的',
      otherPc: '另一台電腦的',
    },
  },
  valueOf: '{{field}}（{{whose}}）',
  choiceOf: '{{field}}以哪個為準',
  choose: '選取{{name}}',
  mine: '您的',
  theirs: {
    above: '上級的',
    otherPc: '另一台的',
  },
  both: '都保留',
  act: {
    values: {
      mine: '用您的',
      theirs: {
        above: '用上級的',
        otherPc: '用另一台的',
      },
      both: '都保留',
      fields: '依所選處理',
    },
    deletedHere: {
      mine: '仍然刪除',
      theirs: {
        above: '還原，依上級的',
        otherPc: '還原，依另一台的',
      },
    },
    deletedThere: {
      mine: '保留並重新上報',
      theirs: {
        above: '同意刪除',
        otherPc: '同意刪除',
      },
    },
  },
  bothNote: '都保留：電話、信箱、地址以您的為準，另一個記入備註（備註不遮罩）；備註和專長合成一段。',
  chooseAll: '全選本頁',
  chosen_other: '已選 {{count}} 筆',
  allMine: '都用您的',
  allTheirs: '都用對方的',
  settled_other: '已處理 {{count}} 筆',
  settledAt: '{{at}} 處理',
  seeBatch: '檢視這次處理，可復原',
  ofMember_other: '{{count}} 處與上級不同',
}

export default conflicts
