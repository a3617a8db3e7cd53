import type { OfficerRoster } from '../../contract/officers/rosters'
import type { ActivityType } from '../../model/activity'
import type { CommitteeKind } from '../../model/committee'
import type { AdoptionLevel, TeamRoleKind } from '../../model/team'
import type { SheetLanguage } from '../roster/sheet-words'
import { committeeName, teamRoleNames, termName } from './names'

/** The words of lists 名册 of officers, by language. */
export interface RosterWords {
  /** Headings by list. */
  readonly headings: Readonly<Record<OfficerRoster['of'], readonly string[]>>
  readonly committee: (unit: string | null, term: number, kind: CommitteeKind) => string
  readonly delegates: (term: number) => string
  readonly team: (kind: TeamRoleKind | null) => string
  readonly service: (year: string) => string
  readonly training: (year: string) => string
  readonly providers: string
  readonly articles: (year: string) => string
  readonly elected: (on: string, until: string) => string
  readonly counted: (people: number, women: number) => string
  readonly adopted: (counts: readonly (readonly [AdoptionLevel, number])[]) => string
  readonly roles: Readonly<Record<TeamRoleKind, string>>
  readonly levels: Readonly<Record<AdoptionLevel, string>>
  readonly types: Readonly<Partial<Record<ActivityType, string>>>
  readonly retired: string
  readonly wholeBranch: string
}

const levelsOf = (
  words: Pick<RosterWords, 'levels'>,
  counts: readonly (readonly [AdoptionLevel, number])[],
  join: string,
) => counts.map(([level, count]) => `${words.levels[level]} ${count}`).join(join)

const levelsCn = { own: '本会', above: '上级', province: '省级', nation: '全国' } as const
const levelsTw = { own: '本會', above: '上級', province: '省級', nation: '全國' } as const
const levelsEn = { own: 'Own union', above: 'Union above', province: 'Province', nation: 'Nation' } as const

const committeesTw: Readonly<Record<CommitteeKind, string>> = {
  committee: '委員會',
  audit: '經費審查委員會',
  women: '女職工委員會',
}
const committeesEn: Readonly<Record<CommitteeKind, string>> = {
  committee: 'committee',
  audit: 'audit committee',
  women: 'women’s committee',
}

const rolesTw: Readonly<Record<TeamRoleKind, string>> = {
  information: '資訊員',
  correspondent: '通訊員',
  commentator: '網評員',
  volunteer: '志工',
  trainer: '兼任講師',
  mediator: '勞動爭議調解員',
  safety: '勞動保護監督檢查員',
}
const rolesEn: Readonly<Record<TeamRoleKind, string>> = {
  information: 'Information officer',
  correspondent: 'Correspondent',
  commentator: 'Online commentator',
  volunteer: 'Volunteer',
  trainer: 'Part-time trainer',
  mediator: 'Mediator of labour disputes',
  safety: 'Safety inspector',
}

export const rosterWords: Readonly<Record<SheetLanguage, RosterWords>> = {
  'zh-CN': {
    headings: {
      committee: [
        '序号',
        '姓名',
        '性别',
        '民族',
        '出生年月',
        '政治面貌',
        '学历',
        '所在部门',
        '工会职务',
        '专兼职',
        '任职日期',
      ],
      delegates: [
        '序号',
        '姓名',
        '性别',
        '出生年月',
        '政治面貌',
        '所在部门',
        '选举单位',
        '当选日期',
        '终止日期',
        '备注',
      ],
      team: ['序号', '身份', '姓名', '性别', '所在部门', '服务范围', '特长', '任期起', '任期止', '备注'],
      service: ['序号', '姓名', '所在部门', '参加次数', '服务时数'],
      training: ['序号', '日期', '培训名称', '类型', '学时', '讲师', '承办单位', '报名未到场', '到场人数'],
      providers: ['序号', '单位名称', '类别', '联系人', '联系电话', '合同数', '合同到期日', '备注'],
      articles: ['序号', '日期', '标题', '作者', '所在部门', '载体', '采用级别', '采用日期', '审批人'],
    },
    committee: (unit, term, kind) => `${unit ?? ''}${termName(term)}${committeeName(kind)}名册`,
    delegates: (term) => `${termName(term)}会员代表名册`,
    team: (kind) => `${kind === null ? '工会工作队伍' : teamRoleNames[kind]}名册`,
    service: (year) => `${year}年志愿服务登记表`,
    training: (year) => `${year}年培训登记表`,
    providers: '外部服务单位名册',
    articles: (year) => `${year}年投稿登记表`,
    elected: (on, until) => `选举日期：${on}　届满日期：${until}`,
    counted: (people, women) => `共 ${people} 人，其中女 ${women} 人`,
    adopted: (counts) => `采用情况：${levelsOf({ levels: levelsCn }, counts, '，')}`,
    roles: teamRoleNames,
    levels: levelsCn,
    types: { training: '教育培训', lecture: '讲座' },
    retired: '已停用',
    wholeBranch: '本会',
  },
  'zh-TW': {
    headings: {
      committee: [
        '序號',
        '姓名',
        '性別',
        '民族',
        '出生年月',
        '政治面貌',
        '學歷',
        '所在部門',
        '工會職務',
        '專兼任',
        '任職日期',
      ],
      delegates: [
        '序號',
        '姓名',
        '性別',
        '出生年月',
        '政治面貌',
        '所在部門',
        '選舉單位',
        '當選日期',
        '終止日期',
        '備註',
      ],
      team: ['序號', '身分', '姓名', '性別', '所在部門', '服務範圍', '專長', '任期起', '任期迄', '備註'],
      service: ['序號', '姓名', '所在部門', '參加次數', '服務時數'],
      training: ['序號', '日期', '培訓名稱', '類型', '時數', '講師', '承辦單位', '報名未到場', '到場人數'],
      providers: ['序號', '單位名稱', '類別', '聯絡人', '聯絡電話', '合約數', '合約到期日', '備註'],
      articles: ['序號', '日期', '標題', '作者', '所在部門', '刊載處', '採用級別', '採用日期', '審核人'],
    },
    committee: (unit, term, kind) => `${unit ?? ''}第${term}屆${committeesTw[kind]}名冊`,
    delegates: (term) => `第${term}屆會員代表名冊`,
    team: (kind) => `${kind === null ? '工會工作團隊' : rolesTw[kind]}名冊`,
    service: (year) => `${year}年志願服務登記表`,
    training: (year) => `${year}年培訓登記表`,
    providers: '外部服務單位名冊',
    articles: (year) => `${year}年投稿登記表`,
    elected: (on, until) => `選舉日期：${on}　屆滿日期：${until}`,
    counted: (people, women) => `共 ${people} 人，其中女 ${women} 人`,
    adopted: (counts) => `採用情形：${levelsOf({ levels: levelsTw }, counts, '，')}`,
    roles: rolesTw,
    levels: levelsTw,
    types: { training: '教育培訓', lecture: '講座' },
    retired: '已停用',
    wholeBranch: '本會',
  },
  en: {
    headings: {
      committee: [
        'No.',
        'Name',
        'Sex',
        'Ethnicity',
        'Born',
        'Political status',
        'Education',
        'Department',
        'Post',
        'Full or part time',
        'Since',
      ],
      delegates: [
        'No.',
        'Name',
        'Sex',
        'Born',
        'Political status',
        'Department',
        'Elected by',
        'Elected on',
        'Ended on',
        'Note',
      ],
      team: ['No.', 'Role', 'Name', 'Sex', 'Department', 'Serves', 'Skill', 'From', 'Until', 'Note'],
      service: ['No.', 'Name', 'Department', 'Times', 'Hours'],
      training: ['No.', 'Day', 'Training', 'Kind', 'Hours', 'Lecturer', 'Provider', 'Signed up, not there', 'Present'],
      providers: ['No.', 'Name', 'Kind', 'Contact', 'Telephone', 'Contracts', 'Contract ends', 'Note'],
      articles: ['No.', 'Day', 'Title', 'Author', 'Department', 'Channel', 'Adopted by', 'Adopted on', 'Approved by'],
    },
    committee: (unit, term, kind) =>
      `${unit === null ? '' : `${unit}: `}members of the ${committeesEn[kind]}, term ${term}`,
    delegates: (term) => `Delegates, term ${term}`,
    team: (kind) => (kind === null ? 'The union’s team' : rolesEn[kind]),
    service: (year) => `Volunteers’ service ${year}`,
    training: (year) => `Training ${year}`,
    providers: 'Outside services',
    articles: (year) => `Articles ${year}`,
    elected: (on, until) => `Elected on ${on}, term ends on ${until}`,
    counted: (people, women) => `${people} people, ${women} of them women`,
    adopted: (counts) => `Adopted: ${levelsOf({ levels: levelsEn }, counts, ', ')}`,
    roles: rolesEn,
    levels: levelsEn,
    types: { training: 'Training', lecture: 'Lecture' },
    retired: 'No longer asked',
    wholeBranch: 'The branch',
  },
}
