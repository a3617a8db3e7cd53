import {
  education,
  employmentForm,
  employmentStatus,
  ethnicity,
  gender,
  householdType,
  idType,
  maritalStatus,
  membershipChangeType,
  newEmploymentType,
  politicalStatus,
  skillLevel,
  yesNo,
} from '../../codes'
import type { RosterField } from '../../model/roster'
import { termKey } from './text'

/**
 * Other words for the values of a code list, only such as leave no doubt. Words that do (无, 居民户口, 农转居,
 * 高中/中专, 返聘, 港澳通行证, bare digits) stand nowhere here and are asked about.
 */
type Synonyms<Value extends string> = Partial<Record<Value, readonly string[]>>

function lookup<Value extends string>(
  list: { readonly values: readonly Value[] },
  synonyms: Synonyms<Value>,
): ReadonlyMap<string, Value> {
  const found = new Map<string, Value>()
  for (const value of list.values) {
    for (const word of [value, ...(synonyms[value] ?? [])]) found.set(termKey(word), value)
  }
  return found
}

const ethnicities = lookup(ethnicity, {
  ...Object.fromEntries(
    ethnicity.values.filter((name) => name.endsWith('族')).map((name) => [name, [name.slice(0, -1)]]),
  ),
  蒙古族: ['蒙古', '蒙族', '蒙'],
  维吾尔族: ['维吾尔', '维族', '维'],
  朝鲜族: ['朝鲜', '鲜族', '鲜'],
  哈萨克族: ['哈萨克', '哈族'],
})

/** Official value by word, for every field of a code list. */
export const CODE_WORDS: Partial<Record<RosterField, ReadonlyMap<string, string>>> = {
  gender: lookup(gender, { 男: ['男性', '男士', '先生', 'M', 'male', '♂'], 女: ['女性', '女士', 'F', 'female', '♀'] }),
  ethnicity: ethnicities,
  isMigrantWorker: yesNoWords(['农民工'], ['非农民工']),
  isNewEmployment: yesNoWords([], []),
  idType: lookup(idType, {
    居民身份证: [
      '身份证',
      '二代身份证',
      '第二代身份证',
      '第二代居民身份证',
      '二代居民身份证',
      '公民身份证',
      '中国居民身份证',
      '内地居民身份证',
      '大陆居民身份证',
      '中华人民共和国居民身份证',
      '居民身份证（二代）',
      '身份证（二代）',
    ],
    护照: ['中国护照', '外国护照', 'passport'],
    港澳居民来往内地通行证: ['回乡证', '港澳居民来往内地通行证（回乡证）'],
    台湾居民来往大陆通行证: ['台胞证', '台湾居民来往大陆通行证（台胞证）'],
    外国人永久居留身份证: ['永居证', '外国人永久居留证', '外国人永居证'],
  }),
  education: lookup(education, {
    博士研究生: ['博士', '博士毕业', '博士研究生毕业'],
    硕士研究生: ['硕士', '硕士毕业', '硕士研究生毕业'],
    研究生: ['研究生毕业'],
    大学本科: ['本科', '大学', '大学毕业', '大学本科毕业', '本科毕业', '本科生', '大学生', '学士', '大本'],
    大学专科: [
      '大专',
      '专科',
      '大专毕业',
      '专科毕业',
      '大学专科毕业',
      '高等专科',
      '大学专科（大专）',
      '高职',
      '高职高专',
      '高等职业',
    ],
    中专: ['中等专科', '中专毕业', '中等专业学校', '职高', '职业高中', '技校', '技工学校', '中技', '中等职业'],
    高中: ['普通高中', '高中毕业', '普通高级中学'],
    初中: ['初级中学', '初中毕业', '普通初中'],
    小学: ['小学毕业'],
    其他: ['文盲'],
  }),
  politicalStatus: lookup(politicalStatus, {
    中共党员: [
      '党员',
      '正式党员',
      '中共正式党员',
      '中国共产党党员',
      '共产党员',
      '中国共产党',
      '共产党',
      '中共',
      '党员（正式）',
    ],
    中共预备党员: ['预备党员', '中国共产党预备党员', '中共党员（预备）', '党员（预备）', '中共党员（预备党员）'],
    共青团员: ['团员', '共青团', '中国共产主义青年团团员', '中国共产主义青年团'],
    群众: ['普通公民', '普通群众', '群众（现称普通公民）'],
    无党派人士: ['无党派', '无党派民主人士'],
    民革党员: ['民革', '民革会员', '中国国民党革命委员会', '中国国民党革命委员会会员'],
    民盟盟员: ['民盟', '民盟党员', '中国民主同盟', '中国民主同盟盟员'],
    民建会员: ['民建', '民建党员', '中国民主建国会', '中国民主建国会会员'],
    民进会员: ['民进', '民进党员', '中国民主促进会', '中国民主促进会会员'],
    农工党党员: ['农工党', '农工民主党', '中国农工民主党党员', '中国农工民主党'],
    致公党党员: ['致公党', '致公党会员', '中国致公党', '中国致公党党员'],
    九三学社社员: ['九三学社', '九三'],
    台盟盟员: ['台盟', '台湾民主自治同盟', '台湾民主自治同盟盟员'],
  }),
  householdType: lookup(householdType, {
    非农业家庭户口: [
      '非农业',
      '非农',
      '城镇',
      '城市',
      '非农业户口',
      '非农户口',
      '城镇户口',
      '城市户口',
      '非农家庭户口',
      '城镇户籍',
      '城镇居民',
      '城镇居民户口',
      '非农业户籍',
      '非农业户',
      '非农业家庭户',
    ],
    农业家庭户口: ['农业', '农村', '农业户口', '农村户口', '农村户籍', '农业户籍', '农业户', '农业家庭户'],
    非农业集体户口: ['非农集体户口', '非农业集体', '非农集体'],
    农业集体户口: ['农业集体'],
    其他户口: ['其他'],
  }),
  employmentStatus: lookup(employmentStatus, {
    在岗: ['在职', '在职在岗', '在岗在职', '在岗职工', '在职职工', '在岗在编', '在编在岗', '在职在编'],
    '待（下）岗': ['待岗', '下岗', '下（待）岗', '待下岗', '下岗待岗'],
    失业: ['失（无）业'],
    退休: ['已退休', '退休人员'],
    离休: ['已离休', '离休人员'],
    '退养（内退）': ['内退', '退养', '内部退养', '内部退休'],
  }),
  employmentForm: lookup(employmentForm, {
    在编: ['编制内', '在编在岗', '在编人员', '正式在编', '事业编', '事业编制', '行政编制'],
    劳动合同制: ['劳动合同', '劳动合同工', '合同工', '合同制职工', '合同制工人'],
    聘用制: ['聘用', '聘任制', '聘用合同', '聘用合同制'],
    人事代理: ['人事代理制'],
    劳务派遣: ['派遣', '派遣工', '派遣制', '劳务派遣工', '劳务派遣制', '劳务派遣人员'],
    临时用工: ['临时工', '临时', '临时人员', '临时聘用', '临聘'],
    退休返聘: ['返聘', '返聘人员'],
    灵活就业: ['灵活就业人员'],
    新就业形态: ['新就业形态劳动者', '新业态', '平台用工'],
  }),
  newEmploymentType: lookup(newEmploymentType, {
    货车司机: ['货运司机', '卡车司机'],
    快递员: ['快递小哥', '快递投递员', '快递'],
    护工护理员: ['护工', '护理员'],
    家政服务员: ['家政', '家政员', '家政服务'],
    网约送餐员: ['外卖员', '外卖配送员', '外卖骑手', '送餐员', '网约配送员', '外卖送餐员', '骑手'],
    房产中介员: ['房产中介', '房产经纪人', '房地产中介员'],
    保安员: ['保安'],
    网约车司机: ['网约车', '网约车驾驶员'],
    代驾司机: ['代驾', '代驾员'],
    网络主播: ['主播', '带货主播'],
  }),
  maritalStatus: lookup(maritalStatus, {
    未婚: ['未'],
    已婚: ['结婚', '初婚', '再婚', '复婚', '已婚已育', '已婚未育', '已'],
    离婚: ['离异', '已离婚', '离婚未再婚'],
    丧偶: ['丧偶未再婚'],
  }),
  membershipChangeType: lookup(membershipChangeType, {
    入会: ['新入会'],
    转入: ['转进', '会籍转入'],
    保留: ['保留会籍', '会籍保留'],
    转出: ['会籍转出'],
    除名: ['开除', '开除会籍'],
  }),
  skillLevel: lookup(skillLevel, {}),
}

function yesNoWords(yes: readonly string[], no: readonly string[]): ReadonlyMap<string, string> {
  return lookup(yesNo, {
    是: ['有', '√', '✓', '✔', '☑', '■', 'V', 'Y', 'yes', 'T', 'TRUE', '对', '是的', ...yes],
    否: ['无', '×', '✗', '✘', '☐', '□', 'X', 'N', 'no', 'F', 'FALSE', '错', '不是', '非', ...no],
  })
}
