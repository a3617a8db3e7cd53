import type { SheetLanguage } from '../rules/roster/sheet-words'

/** A printed notice in one language; `{union}` and `{above}` stand for the names of the branch's union and the one above. */
export interface NoticeWords {
  readonly title: string
  /** Before and after the list of what is passed on. */
  readonly before: readonly string[]
  readonly after: readonly string[]
  readonly sign: string
}

/** A text of the notice 告知书 that is given to members, from when, and what it follows. */
export interface NoticeText {
  readonly version: string
  readonly validFrom: string
  readonly source: string
  readonly words: Readonly<Record<SheetLanguage, NoticeWords>>
}

/** Texts by their day; a new one is added beside the others and makes those who were given an earlier one be told again. */
export const noticeTexts: readonly NoticeText[] = [
  {
    version: '2026-1',
    validFrom: '2026-01-01',
    source:
      '《个人信息保护法》（2021年11月1日起施行）第十三条至第十七条、第二十三条、第二十八条至第三十条、第四十四条至第五十条',
    words: {
      'zh-CN': {
        title: '个人信息处理告知书',
        before: [
          '一、处理者：{union}（以下称本会）。联系电话：＿＿＿＿＿＿＿＿',
          '二、目的和方式：本会为会籍管理、收缴会费、开展活动和服务会员，在本会的电脑上登记、加密保存您的个人信息，并按工会章程和本会的选择报给{above}。',
          '三、报给{above}的内容和依据：',
        ],
        after: [
          '四、敏感信息：证件号码用于核对身份、避免重复入会；健康、家庭困难等内容只为帮扶本人使用，泄露可能影响您的人身和财产安全，所以加密保存、专人办理。须经您单独同意的，不同意不影响会员的其他权利。',
          '五、保存多久：在籍期间及其后规定的期限；离会后只保留规定必须保留的内容，到期删除。',
          '六、您的权利：查阅、复制、更正、补充自己的资料，要求删除和解释；凭您同意处理的，可以随时撤回同意，撤回前已经办理的不受影响。请向本会提出，本会应当及时答复。',
        ],
        sign: '本人已阅知。　　签名：　　　　　　　　日期：　　　　年　　月　　日',
      },
      'zh-TW': {
        title: '個人資料處理告知書',
        before: [
          '一、處理者：{union}（以下稱本會）。聯絡電話：＿＿＿＿＿＿＿＿',
          '二、目的與方式：本會為會籍管理、收繳會費、舉辦活動與服務會員，在本會的電腦上登記並加密保存您的個人資料，並按工會章程與本會的選擇報給{above}。',
          '三、報給{above}的內容與依據：',
        ],
        after: [
          '四、敏感資料：證件號碼用於核對身分、避免重複入會；健康、家庭困難等內容只為協助本人使用，外洩可能影響您的人身與財產安全，因此加密保存、由專人辦理。須經您單獨同意的，不同意不影響會員的其他權利。',
          '五、保存多久：在籍期間及其後規定的期限；離會後只保留規定必須保留的內容，到期刪除。',
          '六、您的權利：查閱、複製、更正、補充自己的資料，要求刪除與說明；憑您同意處理的，可以隨時撤回同意，撤回前已經辦理的不受影響。請向本會提出，本會應及時答覆。',
        ],
        sign: '本人已閱知。　　簽名：　　　　　　　　日期：　　　　年　　月　　日',
      },
      en: {
        title: 'Notice on personal data',
        before: [
          '1. Who: {union} (the union). Telephone: ________________',
          '2. Why and how: for membership, dues, activities and services the union records your data on its PC, keeps it encrypted, and reports it to {above} as its constitution asks and the union has chosen.',
          '3. What goes to {above}, and on what ground:',
        ],
        after: [
          '4. Sensitive data: identity numbers serve to check who a person is and to avoid double membership; health and family hardship serve to help you only. As a leak could harm you or your property, they are encrypted and handled by few. Where your separate consent is needed, refusing it takes no other right of a member away.',
          '5. How long: while you are a member and as long afterwards as is required; what need not be kept is deleted when you leave.',
          '6. Your rights: to see, copy, correct and complete your data, to have it deleted and explained, and to take a consent back at any time, which leaves what was done before. Ask the union, which has to answer in good time.',
        ],
        sign: 'Read and understood.    Signature:                    Date:',
      },
    },
  },
]

/** The text that is given out on a day. */
export function noticeOn(day: string): NoticeText {
  const inForce = noticeTexts.filter(({ validFrom }) => validFrom <= day).at(-1) ?? noticeTexts[0]
  if (inForce === undefined) throw new Error('There is a notice')
  return inForce
}
