import type { Locale } from '../locale'
import type source from '../zh-CN/home'

const home: Locale<typeof source> = {
  title: '首頁',
  morning: '早安',
  afternoon: '午安',
  evening: '晚安',
  today: '今天是 {{date}}',
  tasks: '今天要做的事',
  noTasks: '沒有待辦的事',
  noTasksText: '會費、活動和資料都已辦妥。',
  members: '會員人數',
  noMembers: '還沒有會員',
  month: '{{month}} 會費',
  charged: '本月應收',
  received: '本月實收',
  owed: '目前欠繳',
  task: {
    addMembers: '還沒有會員。匯入名冊，或逐個新增',
    finishImport_other: '「{{fileName}}」還有 {{count}} 列沒有匯入',
    setDuesRule: '還沒有會費標準，請先設定',
    chargeMonth_other: '{{month}}有 {{count}} 人的會費還沒有計算',
    exemptionsEnding_other: '{{count}} 人的免繳到期，請決定恢復繳費或延長',
    collectDues_other: '{{count}} 人欠繳會費，共 {{owed}}',
    longArrears_other: '{{count}} 人連續 {{months}} 個月沒有繳費，請聯絡',
    upcomingActivity: '活動「{{title}}」將於 {{date}}開始',
    markAttendance_other: '活動「{{title}}」已結束，還有 {{count}} 人沒有登記是否到場',
    completeRecords_other: '{{count}} 名會員的資料不完整',
    enrol: '還沒有和上級工會連線',
    syncAttention_other: '{{count}} 筆紀錄上級沒有接收，請查看',
  },
  act: {
    addMembers: '去匯入',
    finishImport: '繼續匯入',
    setDuesRule: '去設定',
    chargeMonth: '去計費',
    exemptionsEnding: '去處理',
    collectDues: '去收款',
    longArrears: '查看名單',
    upcomingActivity: '查看活動',
    markAttendance: '去登記',
    completeRecords: '查看會員',
    enrol: '去連線',
    syncAttention: '去查看',
  },
}

export default home
