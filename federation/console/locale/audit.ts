import { words } from './words'

export const auditWords = words({
  'zh-CN': {
    audit: '操作记录',
    auditHint: '谁在什么时候做了什么。只增不改，不含会员个人信息。',
    nothingDone: '这个月没有操作记录。',
    at: '时间',
    by: '操作人',
    what: '操作',
    about: '涉及工会',
    detail: '说明',
    searchIn: '操作人、操作或说明',
  },
  'zh-TW': {
    audit: '操作紀錄',
    auditHint: '誰在什麼時候做了什麼。只增不改，不含會員個人資料。',
    nothingDone: '這個月沒有操作紀錄。',
    at: '時間',
    by: '操作人',
    what: '操作',
    about: '涉及工會',
    detail: '說明',
    searchIn: '操作人、操作或說明',
  },
  en: {
    audit: 'Audit',
    auditHint: 'Who did what and when. Lines are only ever added; they hold no personal data of members.',
    nothingDone: 'Nothing was done in this month.',
    at: 'When',
    by: 'Who',
    what: 'What',
    about: 'Union',
    detail: 'Detail',
    searchIn: 'Who, what or detail',
  },
})
