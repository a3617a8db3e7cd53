import type { CommitteeKind } from '../../model/committee'
import type { TeamRoleKind } from '../../model/team'

const COMMITTEES: Readonly<Record<CommitteeKind, string>> = {
  committee: '委员会',
  audit: '经费审查委员会',
  women: '女职工委员会',
}

const DIGITS = '〇一二三四五六七八九'

/** A number below 100 in characters: 三, 十二, 二十一. */
function inCharacters(number: number): string {
  const [tens, units] = [Math.floor(number / 10), number % 10]
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS.charAt(tens)}十`
  return units === 0 && tens > 0 ? ten : ten + DIGITS.charAt(units)
}

/** 第三届. */
export function termName(term: number): string {
  return `第${inCharacters(term)}届`
}

/** The official name of a kind of committee. */
export function committeeName(kind: CommitteeKind): string {
  return COMMITTEES[kind]
}

/** Official names of the roles of the team, for papers in Chinese. */
export const teamRoleNames: Readonly<Record<TeamRoleKind, string>> = {
  information: '信息员',
  correspondent: '通讯员',
  commentator: '网评员',
  volunteer: '志愿者',
  trainer: '兼职讲师',
  mediator: '劳动争议调解员',
  safety: '劳动保护监督检查员',
}
