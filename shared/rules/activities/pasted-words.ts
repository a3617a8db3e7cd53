/** What of a text is known from the record. */
export interface KnownNames {
  readonly isName: (text: string) => boolean
  readonly isDepartment: (text: string) => boolean
}

export type HanWord =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'department' | 'note' | 'rest'; readonly text: string }

const UNIT =
  /(部|科|科室|室|处|處|车间|車間|工段|班|组|組|分会|分會|工会|工會|支部|学院|學院|系|公司|中心|队|隊|站|所|院|厂|廠|局|馆|館|委员会|委員會|办公室|辦公室|机关|機關|后勤|後勤)$/

/** What ends as the names of units do; a name of two characters ends as it likes. */
export const isUnitName = (text: string): boolean => text.length > 2 && UNIT.test(text)

/** Words of lists and answers that name nobody. */
const NO_NAME = new RegExp(
  '^(' +
    [
      '(报名|報名|参加|參加|参会|參會|参赛|參賽|出席|接龙|接龍|签到|簽到|到场|到場|候补|候補)?(人员|人員|名单|名單|人|职工|職工|会员|會員|名册|名冊|人数|人數|统计|統計|情况)',
      '报名|報名|参加|參加|接龙|接龍|已报|已報|已报名|已報名|我报|我報|收到|谢谢|謝謝|好的|辛苦|完毕|完畢|以上|如下|签到|簽到',
      '家属|家屬|孩子|小孩|大人|男|女|男士|女士|先生|小姐|本人|同上|自驾|自駕|坐车|乘车|素食|清真|不吃辣|能去|可以|没有|无|無',
      '姓名|名字|序号|序號|编号|工号|工號|手机|手機|手机号|电话|電話|部门|部門|单位|單位|备注|備註|性别|年龄|日期|时间|時間|地点|地點|签名|簽名|合计|合計|总计|總計|共计|共計',
      '[上下]午|周[一二三四五六日天末]|星期[一二三四五六日天]|今天|明天|后天|晚上|中午',
    ].join('|') +
    ')$',
)
const SPEAKER =
  /^(我|你|您|他|她|它|咱|俺|大家|各位|请|請|本|这|這|那|有|没|沒|不|带|帶|携|代|替|和|与|與|还|還|都|已|再|另|加|共)/
/** What people write right behind their name. */
const BEHIND =
  /^(报名|報名|参加|參加|已报|已報|确认|確認|出席|带|帶|携|攜|一家|全家|夫妇|夫婦|夫妻|两人|兩人|不|请假|請假|取消|退出|能|可以|自驾|自駕|老师|老師|同志|师傅|師傅|先生|女士|主任|书记|書記|主席|经理|經理|科长|科長|处长|處長|院长|院長|教授|班长|班長|组长|組長)/

const MOST = 4
const isNameLike = (text: string) => (text.length >= 2 && text.length <= MOST) || text.includes('·')

/** What a run of Chinese characters says: names, those of the record first, a unit, or what is said of a name before it. */
export function hanWords(text: string, known: KnownNames): readonly HanWord[] {
  if (known.isName(text)) return [{ kind: 'name', name: text }]
  if (known.isDepartment(text)) return [{ kind: 'department', text }]
  if (NO_NAME.test(text)) return [{ kind: 'note', text }]
  const all = allNames(text, known)
  if (all !== null) return all.map((name) => ({ kind: 'name', name }))
  const first = lengths(text).find((length) => known.isName(text.slice(0, length)))
  if (first !== undefined) return [{ kind: 'name', name: text.slice(0, first) }, ...restWords(text.slice(first), known)]
  const last = lengths(text).find((length) => known.isName(text.slice(-length)))
  if (last !== undefined) {
    const before = text.slice(0, -last)
    if (known.isDepartment(before) || isUnitName(before)) {
      return [
        { kind: 'department', text: before },
        { kind: 'name', name: text.slice(-last) },
      ]
    }
  }
  if (isUnitName(text)) return [{ kind: 'department', text }]
  if (SPEAKER.test(text) && !isPlainName(text)) return [{ kind: 'note', text }]
  const cut = [2, 3, 4].find((length) => BEHIND.test(text.slice(length)) && text.length > length)
  if (cut !== undefined) {
    return [
      { kind: 'name', name: text.slice(0, cut) },
      { kind: 'note', text: text.slice(cut) },
    ]
  }
  return [isNameLike(text) ? { kind: 'name', name: text } : { kind: 'note', text }]
}

/** Family names that also begin what people say. */
const isPlainName = (text: string) =>
  /^(有|共|和|都|代|带|帶|不)/.test(text) &&
  text.length <= 3 &&
  !BEHIND.test(text) &&
  !/[了的吗嗎吧啊呢去来來到报報]/.test(text)

const lengths = (text: string) => [4, 3, 2].filter((length) => length < text.length)

/** A text that is nothing but names of the record: 张三李四. */
function allNames(text: string, known: KnownNames): readonly string[] | null {
  if (text === '') return []
  for (const length of [4, 3, 2]) {
    if (length > text.length || !known.isName(text.slice(0, length))) continue
    const rest = allNames(text.slice(length), known)
    if (rest !== null) return [text.slice(0, length), ...rest]
  }
  return null
}

/** What stands right behind a known name: another name among it, or something said. */
function restWords(text: string, known: KnownNames): readonly HanWord[] {
  const [only, ...more] = hanWords(text, known)
  if (only?.kind === 'name' && more.length === 0 && !known.isName(only.name)) return [{ kind: 'note', text }]
  return only === undefined ? [] : [only, ...more]
}
