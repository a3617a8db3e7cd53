import type { Day } from '../../model/date'
import type { HardshipClass, HardshipFileInput, HardshipKind } from '../../model/hardship'
import type { SheetLanguage } from '../roster/sheet-words'

interface HardshipWords {
  readonly list: string
  readonly asOf: (day: Day) => string
  /** As the union above names them: two columns have the same heading. */
  readonly headings: readonly string[]
  readonly kind: Readonly<Record<HardshipKind, string>>
  readonly intake: Readonly<Record<HardshipFileInput['intake'], string>>
  readonly class: Readonly<Record<HardshipClass, string>>
  readonly yes: string
  readonly no: string
  readonly masked: string
}

/** Words of the list of hardship files as a sheet. */
export const hardshipWords: Readonly<Record<SheetLanguage, HardshipWords>> = {
  'zh-CN': {
    list: '困难职工档案汇总表',
    asOf: (day) => `截至 ${day}`,
    headings: [
      ...['序号', '填报单位', '档案类别', '职工编号', '姓名', '性别', '身份证号', '户口类型', '是否合格'],
      ...['档案类别', '困难类别', '致困原因'],
    ],
    kind: { urban: '城镇困难职工', migrant: '困难农民工' },
    intake: { new: '增量', kept: '存量', returned: '返困' },
    class: { deep: '深度困难', relative: '相对困难', accident: '意外致困' },
    yes: '是',
    no: '否',
    masked: '身份证号和致困原因已遮盖。',
  },
  'zh-TW': {
    list: '困難職工檔案彙總表',
    asOf: (day) => `截至 ${day}`,
    headings: [
      ...['序號', '填報單位', '檔案類別', '職工編號', '姓名', '性別', '身分證號', '戶口類型', '是否合格'],
      ...['檔案類別', '困難類別', '致困原因'],
    ],
    kind: { urban: '城鎮困難職工', migrant: '困難農民工' },
    intake: { new: '增量', kept: '存量', returned: '返困' },
    class: { deep: '深度困難', relative: '相對困難', accident: '意外致困' },
    yes: '是',
    no: '否',
    masked: '身分證號和致困原因已遮蓋。',
  },
  en: {
    list: 'Hardship files',
    asOf: (day) => `As of ${day}`,
    headings: [
      ...['No.', 'Unit', 'Kind of file', 'Staff number', 'Name', 'Sex', 'ID number', 'Household', 'Complete'],
      ...['Kind of file', 'Class', 'Causes'],
    ],
    kind: { urban: 'Urban worker', migrant: 'Migrant worker' },
    intake: { new: 'New', kept: 'Kept', returned: 'Returned' },
    class: { deep: 'Deep', relative: 'Relative', accident: 'By accident' },
    yes: 'Yes',
    no: 'No',
    masked: 'ID numbers and causes are masked.',
  },
}
