import type { Locale } from '../locale'
import type source from '../zh-CN/roll'

const roll: Locale<typeof source> = {
  tab: '名冊核對',
  intro: '看看上級手上的名冊與本會的是否一致：誰只在一邊有，誰的內容不同。',
  notEnrolled: '還沒有與上級工會連線',
  notEnrolledText: '在「概況」裡連線後，可以在這裡核對名冊。',
  compare: '開始核對',
  compareAgain: '重新核對',
  comparing: '正在向上級取名冊並核對',
  saving: '正在匯出',
  save: '匯出 Excel',
  saved_other: '已匯出到「{{name}}」，共 {{count, number}} 人',
  print: '列印',
  paperTitle: '名冊核對：{{kind}}',
  tooMany_other: '共 {{count, number}} 人，太多，不便列印；請匯出 Excel',
  at: '{{at}} 核對',
  show: '顯示哪一種',
  figure: { here: '本會名冊', there: '上級名冊', same: '完全一致' },
  people_other: '{{count, number}} 人',
  kind: { onlyHere: '只有本會有', onlyThere: '只有上級有', different: '內容不同' },
  kindCount: '{{kind}} {{count}}',
  allSame: '兩邊的名冊完全一致',
  allSameText: '本會的每一位會員上級都有，內容也相同。',
  about: {
    onlyHere: '這些會員上級的名冊裡沒有。',
    onlyThere: '上級的名冊裡有這些人，本會沒有。',
    different: '這些會員兩邊都有，但有的項目不同。',
  },
  column: { differences: '不同的項目', standing: '上報情形', next: '如何處理' },
  difference: '{{name}}：本會 {{here}}，上級 {{there}}',
  empty: '（空）',
  next: {
    onlyHere: '再報一次',
    different: '以本會為準就再報一次；上級的對就開啟會員改正',
    refused: '上級退回過，先到「需要處理」裡改正',
    waiting: '還沒有傳完，傳完後再核對',
    deletedHere: '本會已刪除，再報一次刪除；誤刪的到「操作紀錄」裡復原',
    unknownHere: '本會從來沒有登記過，先問上級工會，再請上級刪去',
  },
  resend: { onlyHere: '再報', onlyThere: '請上級刪去', different: '再報' },
  resendAll: { onlyHere: '全部再報一次', onlyThere: '全部請上級刪去', different: '全部以本會為準再報' },
  resendChosen: {
    onlyHere_other: '再報選取的 {{count, number}} 人',
    onlyThere_other: '請上級刪去選取的 {{count, number}} 人',
    different_other: '以本會為準再報選取的 {{count, number}} 人',
  },
  resendTitle: {
    onlyHere: '要把這些會員再報一次嗎？',
    onlyThere: '要請上級刪去這些人嗎？',
    different: '要以本會的內容為準再報一次嗎？',
  },
  resendText: {
    onlyHere: '會員與他們的全部紀錄會重新傳送，本會的紀錄不變。',
    onlyThere: '只刪去上級名冊裡的紀錄；上級改過的會先成為衝突，由人決定。',
    different: '只傳送不同的項目；上級改過的會先成為衝突，由人決定。',
  },
  resent_other: '{{count, number}} 人已排入傳送',
  figures: {
    members: '上級收到 {{there, number}} 位在籍會員，本會 {{here, number}} 位。',
    dues: '會費：上級 {{there}}，本會 {{here}}。',
    open: '核對名冊',
    compare: '去核對名冊',
    differ: '沒有待傳的紀錄，兩邊卻不一致。請核對名冊，看看差在哪裡。',
  },
}

export default roll
