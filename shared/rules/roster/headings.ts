import { rosterFieldSchema, type RosterField } from '../../model/roster'
import { HEADING_WORDS, OTHER_WORDS, UNSURE_WORDS } from './heading-words'
import { sheetWords } from './sheet-words'
import { termKey } from './text'

/** What a heading says of its column. */
export interface HeadingMeaning {
  readonly kind:
    | 'field'
    | 'unsure' // its values decide, see `columns`
    | 'other' // known, and no field
    | 'unknown'
  readonly field: RosterField | null
  /** 0 is the surest; where two columns claim a field the lower one keeps it. */
  readonly rank: number
  /** The heading's bare words, for the choice among unsure meanings. */
  readonly key: string
  /** The words are in the list, not only like those that are. */
  readonly isListed: boolean
  /** The column is about somebody else, whatever stands in it. */
  readonly isOfSomebodyElse: boolean
}

const words = (list: string) => list.split(' ').map(termKey)

/** Listed words, and what the program itself writes in every language, ranked like the first of the listed ones. */
const FIELDS: ReadonlyMap<string, { readonly field: RosterField; readonly rank: number }> = new Map(
  rosterFieldSchema.options.flatMap((field) => [
    ...Object.values(sheetWords).map(({ headings }) => [termKey(headings[field]), { field, rank: 0 }] as const),
    ...words(HEADING_WORDS[field] ?? '').map((word, rank) => [word, { field, rank }] as const),
  ]),
)
const OTHER: ReadonlySet<string> = new Set(words(OTHER_WORDS))
const UNSURE: ReadonlySet<string> = new Set(words(UNSURE_WORDS))

/** A column about somebody else than the member, about what was once, or by the lunar calendar. */
const SOMEBODY_ELSE =
  /紧急|家属|亲属|配偶|爱人|子女|孩子|儿子|女儿|父亲|母亲|父母|家长|家庭(主要)?成员|介绍人|推荐人|联系人|户主|负责人|采集人|填表人|经办人|监护人|受益人|法人|法定代表|主席|书记|领导|班主任|[组班队]长|对方|备用|旧|曾用|^原|农历|阴历/

/** Last resort for headings nobody listed, e.g. 职工本人身份证号码; ranked behind every listed one. */
const PATTERNS: readonly (readonly [RegExp, RosterField])[] = [
  [/身份证(件)?(号|号码|编号)$/, 'idNumber'],
  [/证件(号|号码)$/, 'idNumber'],
  [/证件(类型|类别|种类)$/, 'idType'],
  [/^(?!.*(微信|qq|办公|单位|家庭)).*(手机|移动电话)(号|号码)?$/, 'phone'],
  [/^(?!.*(办公|单位|家庭|住宅|传真)).*联系电话$/, 'phone'],
  [/^(?!.*(单位|企业|公司|曾用|银行|账户)).*姓名$/, 'name'],
  [/出生(日期|年月日?|时间)$/, 'birthDate'],
  [/(入会|加入工会)(的)?(日期|时间|年月)$/, 'joinDate'],
  [/参加工作(的)?(日期|时间|年月|年份)$/, 'workStartDate'],
  [/政治面[貌目]$/, 'politicalStatus'],
  [/民族$/, 'ethnicity'],
  [/性别$/, 'gender'],
  [/户[籍口](的)?(类型|类别|性质)$/, 'householdType'],
  [/户[籍口](所在)?地(址)?$/, 'householdPlace'],
  [/(住址|居住地址?|家庭地址)$/, 'address'],
  [/^(最高|现|当前).*学历$/, 'education'],
  [/(技能|技术|工种)等级$/, 'skillLevel'],
  [/^工会.*职务$/, 'unionPosition'],
  [/(工会)?会员(卡|证)(编)?号(码)?$/, 'memberCardNumber'],
  [/^(教职工|员工|职工|人员)(工号|编号|编码|代码)$/, 'staffNumber'],
  [/就业(状况|情况|状态)$/, 'employmentStatus'],
  [/婚姻(状况|状态|情况)$/, 'maritalStatus'],
  [/^(?!.*(累计|标准|全年|合计|比例|经费)).*会费(金额|额)?$/, 'duesAmount'],
]
const PATTERN_RANK = 1000
const UNSURE_RANK = 500

/** A heading's words without what forms add to it: stars, numbers before it, colons. */
export function bareWords(heading: string): string {
  return termKey(heading)
    .replace(/[*★☆●▲"“”'‘’:;。①-⑳]|\.$/g, '')
    .replace(/^[(]?(\d{1,2}|[一二三四五六七八九十]{1,3})[)、.](?=.)/, '')
    .replace(/[[{【〔]/g, '(')
    .replace(/[\]}】〕]/g, ')')
    .replace(/^\(([^()]*(?:\([^()]*\))?[^()]*)\)$/, '$1')
}

/** How a cell is to be filled, without brackets around it: 必填, 18位, 例1990-01-01, yyyy-mm-dd. */
const withoutHints = (key: string) =>
  key
    .replace(/(.)(必填|选填|非必填|格式|示例|样例|例|如(?=\d)|下拉|yyyy|男\/女|是\/否).*$/, '$1')
    .replace(/\d{1,2}位(数字)?$/, '')

const withoutBrackets = (key: string) => key.replace(/\([^()]*\)/g, '').replace(/\(.*$/, '')

function meaningOf(key: string): HeadingMeaning | null {
  const known = { key, isListed: true, isOfSomebodyElse: false }
  const listed = FIELDS.get(key)
  if (listed !== undefined) return { kind: 'field', ...listed, ...known }
  if (UNSURE.has(key)) return { kind: 'unsure', field: null, rank: UNSURE_RANK, ...known }
  return OTHER.has(key)
    ? { kind: 'other', field: null, rank: 0, ...known, isOfSomebodyElse: SOMEBODY_ELSE.test(key) }
    : null
}

/**
 * What a heading means.
 * @param parts its text, or the group's and its own where the header has two rows. 会籍变化 over 日期 is read together,
 * 基本信息 over 姓名 by its last part.
 */
export function readHeading(parts: readonly string[]): HeadingMeaning {
  const keys = parts.map(bareWords).filter((key) => key !== '')
  const leaf = keys.at(-1) ?? ''
  const whole = keys.join('')
  const unknown: HeadingMeaning = {
    kind: 'unknown',
    field: null,
    rank: 0,
    key: whole,
    isListed: false,
    isOfSomebodyElse: false,
  }
  // 出生 over 年, 月, 日 in three columns: none of them is a date.
  if (leaf === '' || (keys.length > 1 && /^[年月日]$/.test(leaf))) return unknown
  const listed = meaningOf(keys.join('/')) ?? meaningOf(whole) ?? meaningInGroup(keys.slice(0, -1), leaf)
  if (listed !== null) return listed
  if (SOMEBODY_ELSE.test(whole)) return { ...unknown, kind: 'other', isOfSomebodyElse: true }

  const candidates = [whole, leaf].flatMap((key) => [
    key,
    withoutBrackets(key),
    // 联系方式 over QQ is no 联系方式 in two languages.
    ...(key === leaf ? [withoutHints, hanPart].map((part) => part(withoutBrackets(key))) : []),
    key.replace(/[1一]$/, ''),
  ])
  const direct = firstMeaning(candidates) ?? sharedMeaning(leaf)
  if (direct !== null) return direct
  // A second header row of hints only: （必填）, 格式：yyyy-mm-dd.
  if (keys.length > 1 && (withoutBrackets(leaf) === '' || /^(必填|选填|格式|示例|例如|如|填写)/.test(leaf))) {
    return readHeading(parts.slice(0, -1))
  }
  const bare = withoutBrackets(leaf)
  const pattern = bare.includes('/') ? undefined : PATTERNS.find(([shape]) => shape.test(bare))
  return pattern === undefined
    ? unknown
    : { ...unknown, kind: 'field', field: pattern[1], rank: PATTERN_RANK, key: bare }
}

/** Words that mean little without the group above them: 名称 below 单位信息 is that of the employer. */
const GENERAL =
  /^(名称|编号|号码|时间|日期|年月|类型|类别|种类|性质|等级|地址|住址|所在地|原因|状况|职务|小组|单位|部门|电话)$/

/** Groups that hold whatever is known of a person: 编号 below 会员信息 need not be the member card's. */
const ANYTHING = /^(会员|职工|员工|人员|个人|本人|基本|其他)?$/

function meaningInGroup(groups: readonly string[], leaf: string): HeadingMeaning | null {
  const group = groups.join('').replace(/(信息|情况|资料)$/, '')
  return GENERAL.test(leaf) && !ANYTHING.test(group) ? meaningOf(group + leaf) : null
}

/**
 * Characters that are typed for each other, by their sound or their look. Other characters of a heading decide what it
 * means (入会日期, 退会日期), so that it is not enough to be one character away.
 */
const CONFUSED = (
  '姓性型 名明民鸣 别列 证正政征症 份分 号好浩 码吗马玛 生身升声 期其 贯冠惯 职值 务物 会汇 机几基 电店典 话活化 联连莲 系细 ' +
  '址止扯 历力厉 程成 貌冒茂貎 治制志 族簇祖 部布步 门们 住驻 科课 户护 籍藉 婚昏混 状壮 况矿 移疑 动懂 箱相 类累 参叁'
)
  .split(' ')
  .flatMap(([first = '', ...others]) => others.map((other) => [other, first] as const))
const AS_HEARD: ReadonlyMap<string, string> = new Map(CONFUSED)

/** A key as it sounds, doubled characters once: 身份正号号 and 身份证号 are one. */
const soundOf = (key: string) =>
  key.replace(/./gu, (character) => AS_HEARD.get(character) ?? character).replace(/(.)\1/gu, '$1')

const BY_SOUND: ReadonlyMap<string, { readonly field: RosterField; readonly rank: number }> = new Map(
  [...FIELDS]
    .filter(([key]) => key.length > 1)
    .map(([key, found]) => [soundOf(key), found] as const)
    .reverse(),
)

/** What a heading that is no known one may mean all the same: one with typing errors. */
export function readSimilarHeading(parts: readonly string[]): Pick<HeadingMeaning, 'field' | 'rank'> {
  const leaf = bareWords(parts.at(-1) ?? '')
  return BY_SOUND.get(soundOf(withoutBrackets(leaf))) ?? { field: null, rank: 0 }
}

function firstMeaning(keys: readonly string[]): HeadingMeaning | null {
  for (const key of keys) {
    const meaning = key === '' ? null : meaningOf(key)
    if (meaning !== null) return meaning
  }
  return null
}

/** 手机/电话 is a phone either way; 职称/职务 is two things in one cell and no field. */
function sharedMeaning(key: string): HeadingMeaning | null {
  const [first, ...rest] = key.split(/或者|[/、|或-]/).map((part) => firstMeaning([part, withoutBrackets(part)]))
  if (first === undefined || first === null || rest.length === 0) return null
  return first.kind === 'field' && rest.every((other) => other?.field === first.field) ? first : null
}

/** 姓名Name is bilingual. */
const hanPart = (key: string) => /^(\p{Script=Han}+)[a-z'.\s]+$/u.exec(key)?.[1] ?? ''

/** Whether a heading opens a block of relatives, whose 姓名 and 联系电话 are not the member's. */
export function opensRelatives(heading: string): boolean {
  return /^(关系|称谓|与(本人|会员|职工)(的)?关系|家庭关系|亲属关系)$/.test(withoutBrackets(bareWords(heading)))
}
