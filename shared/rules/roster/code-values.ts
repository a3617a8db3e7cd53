import { skillLevel } from '../../codes'
import type { RosterField } from '../../model/roster'
import { toHalfWidth } from '../half-width'
import { editDistance } from './distance'
import { CODE_WORDS } from './synonyms'
import { termKey } from './text'

/** Level words of the skilled trades, longest first: 高级技师 holds 技师. */
const SKILL_WORDS: readonly (readonly [string, number])[] = [
  ['高级技师', 1],
  ['高级技工', 3],
  ['中级技工', 4],
  ['初级技工', 5],
  ['高级工', 3],
  ['中级工', 4],
  ['初级工', 5],
  ['技师', 2],
  ['一级', 1],
  ['二级', 2],
  ['三级', 3],
  ['四级', 4],
  ['五级', 5],
  ['1级', 1],
  ['2级', 2],
  ['3级', 3],
  ['4级', 4],
  ['5级', 5],
]

/** 三级/高级工, 国家职业资格三级, 高级工（三级）: all level words must mean one level and nothing else may be left. */
function readSkillLevel(text: string): string | undefined {
  let rest = termKey(text).replace(/国家|职业资格|职业技能|等级|证书/g, '')
  const levels = new Set<number>()
  for (const [word, level] of SKILL_WORDS) {
    if (!rest.includes(word)) continue
    levels.add(level)
    rest = rest.replaceAll(word, '')
  }
  const [level] = levels
  return levels.size === 1 && level !== undefined && /^[()/、,-]*$/.test(rest)
    ? skillLevel.values[level - 1]
    : undefined
}

/** How somebody studied, and what is said of every education: neither changes the level. */
const EDUCATION_MODES = /非?全日制|在职|函授|自考|自学考试|成人(教育)?|电大|网络教育|学历|学位|毕业|文化(程度)?|程度/g

/** 本科/学士, 研究生（硕士）, 全日制大专: the level where all parts say one; 研究生 gives way to the finer word. */
function readEducation(text: string): string | undefined {
  const list = CODE_WORDS.education
  const levels = toHalfWidth(text)
    .split(/[()/、,;+\s]/)
    .map((part) => termKey(part).replace(EDUCATION_MODES, ''))
    .flatMap((part) => (part === '' ? [] : [list?.get(part)]))
  const named = new Set(levels)
  if (named.has('博士研究生') || named.has('硕士研究生')) named.delete('研究生')
  const [level] = named
  return named.size === 1 ? level : undefined
}

const SPECIAL: Partial<Record<RosterField, (text: string) => string | undefined>> = {
  skillLevel: readSkillLevel,
  education: readEducation,
}

/** 01汉族, 1-在岗, 男(1): a code beside the word adds nothing to it. */
const CODE_BESIDE = /^\d{1,2}[-.、:_]?(?=\D)|\(\d{1,2}\)$/g

/** The official value of a code field's text, undefined where the text is none and no sure synonym of one. */
export function codeValue(field: RosterField, text: string): string | undefined {
  const list = CODE_WORDS[field]
  if (list === undefined) return undefined
  const known = list.get(text)
  if (known !== undefined) return known
  const key = termKey(text)
  return list.get(key) ?? SPECIAL[field]?.(text) ?? list.get(key.replace(CODE_BESIDE, ''))
}

/** Words that mean several values, by which systems stand in for them. */
const OFTEN_MEANT: Readonly<Record<string, readonly string[]>> = {
  高级: ['职业资格三级（高级）'],
  中级: ['职业资格四级（中级）'],
  初级: ['职业资格五级（初级）'],
  无: ['群众', '否'],
  居民户口: ['非农业家庭户口', '农业家庭户口'],
  居民家庭户口: ['非农业家庭户口', '农业家庭户口'],
  农转居: ['非农业家庭户口'],
  农转非: ['非农业家庭户口'],
  返聘: ['退休'],
  退休返聘: ['退休'],
  港澳通行证: ['港澳居民来往内地通行证'],
  '0': ['否', '女'],
  '1': ['是', '男'],
  '2': ['女'],
}

/** Values of a code list that a text may mean, the likeliest first. */
export function similarCodeValues(field: RosterField, text: string): string[] {
  const list = CODE_WORDS[field]
  if (list === undefined) return []
  const key = termKey(text)
  const values = new Set(list.values())
  const meant = (OFTEN_MEANT[key] ?? []).filter((value) => values.has(value))
  const held = [...list].filter(
    ([word]) => word.length > 1 && (key.includes(word) || (key.length > 1 && word.includes(key))),
  )
  const near = [...list].filter(([word]) => word.length > 2 && editDistance(word, key) <= 1)
  const found = new Set([...meant, ...[...held, ...near].map(([, value]) => value)])
  // Two values at all are both worth showing.
  return [...(found.size === 0 && values.size === 2 ? values : found)].slice(0, SUGGESTIONS)
}

const SUGGESTIONS = 4

/** Whether a field holds values of a code list. */
export function isCodeField(field: RosterField): boolean {
  return CODE_WORDS[field] !== undefined
}
