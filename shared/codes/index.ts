import { codeList } from './code-list'
import { ethnicity } from './ethnicity'

export { ethnicity }
export { requestTopic } from './care/topics'
export {
  contractTerm,
  disability,
  employerState,
  floorArea,
  hardshipCause,
  hardshipPaper,
  healthState,
  housingKind,
  medicalInsurance,
  modelWorkerKind,
  personStanding,
  subsistence,
} from './care/hardship'
export {
  economicType,
  economicTypeSchema,
  employerNature,
  employerNatureSchema,
  industry,
  industrySchema,
  unionType,
  unionTypeSchema,
} from './organisation'
export const ethnicitySchema = ethnicity.schema

export const gender = codeList('GB/T 2261.1-2003', [
  ['男', '1'],
  ['女', '2'],
])
export const genderSchema = gender.schema

export const yesNo = codeList('real-name member sheet 会员实名制采集表', [
  ['是', null],
  ['否', null],
])
export const yesNoSchema = yesNo.schema

/** 有效证件类别. */
export const idType = codeList('real-name member sheet 会员实名制采集表', [
  ['居民身份证', null],
  ['护照', null],
  ['军官证', null],
  ['士兵证', null],
  ['港澳居民来往内地通行证', null],
  ['台湾居民来往大陆通行证', null],
  ['港澳居民居住证', null],
  ['台湾居民居住证', null],
  ['外国人永久居留身份证', null],
  ['其他', null],
])
export const idTypeSchema = idType.schema

/** 学历. */
export const education = codeList('GB/T 4658-2006', [
  ['博士研究生', '11'],
  ['硕士研究生', '14'],
  ['研究生', '10'],
  ['大学本科', '20'],
  ['大学专科', '30'],
  ['中专', '40'],
  ['高中', '60'],
  ['初中', '70'],
  ['小学', '80'],
  ['其他', '90'],
])
export const educationSchema = education.schema

/** 政治面貌. */
export const politicalStatus = codeList('GB/T 4762-1984', [
  ['中共党员', '01'],
  ['中共预备党员', '02'],
  ['共青团员', '03'],
  ['民革党员', '04'],
  ['民盟盟员', '05'],
  ['民建会员', '06'],
  ['民进会员', '07'],
  ['农工党党员', '08'],
  ['致公党党员', '09'],
  ['九三学社社员', '10'],
  ['台盟盟员', '11'],
  ['无党派人士', '12'],
  ['群众', '13'],
])
export const politicalStatusSchema = politicalStatus.schema

/** 户籍类型. */
export const householdType = codeList('GA/T 2000.27', [
  ['未落常住户口', null],
  ['非农业家庭户口', null],
  ['农业家庭户口', null],
  ['非农业集体户口', null],
  ['农业集体户口', null],
  ['自理口粮户口', null],
  ['寄住户口', null],
  ['赞助户口', null],
  ['其他户口', null],
])
export const householdTypeSchema = householdType.schema

/** 就业状况. */
export const employmentStatus = codeList('national member data set 会员实名制数据项', [
  ['在岗', '1'],
  ['待（下）岗', '2'],
  ['失业', '3'],
  ['退休', '4'],
  ['离休', '5'],
  ['退职', '6'],
  ['退养（内退）', '7'],
  ['病休', '8'],
  ['其他', '9'],
])
export const employmentStatusSchema = employmentStatus.schema

/** 用工形式, the usual ones; no national list is published. */
export const employmentForm = codeList('HR practice of employers 用工形式', [
  ['在编', null],
  ['劳动合同制', null],
  ['聘用制', null],
  ['人事代理', null],
  ['劳务派遣', null],
  ['临时用工', null],
  ['退休返聘', null],
  ['灵活就业', null],
  ['新就业形态', null],
  ['其他', null],
])
export const employmentFormSchema = employmentForm.schema

/** 新就业形态类别: the eight groups 八大群体 that unions admit with priority since 2018, then those added later. */
export const newEmploymentType = codeList('ACFTU campaign for the eight groups 八大群体 (2018) and its extension', [
  ['货车司机', null],
  ['快递员', null],
  ['护工护理员', null],
  ['家政服务员', null],
  ['商场信息员', null],
  ['网约送餐员', null],
  ['房产中介员', null],
  ['保安员', null],
  ['网约车司机', null],
  ['代驾司机', null],
  ['网络主播', null],
  ['其他', null],
])
export const newEmploymentTypeSchema = newEmploymentType.schema

/** The end of a document that has none. */
export const noExpiry = codeList('Law on Resident Identity Cards (2011) art. 5', [['长期', null]])

/** 技能等级. */
export const skillLevel = codeList('national member data set 会员实名制数据项', [
  ['职业资格一级（高级技师）', '1'],
  ['职业资格二级（技师）', '2'],
  ['职业资格三级（高级）', '3'],
  ['职业资格四级（中级）', '4'],
  ['职业资格五级（初级）', '5'],
])
export const skillLevelSchema = skillLevel.schema

/** 婚姻状况. */
export const maritalStatus = codeList('GB/T 2261.2-2003', [
  ['未婚', '10'],
  ['已婚', '20'],
  ['丧偶', '30'],
  ['离婚', '40'],
])
export const maritalStatusSchema = maritalStatus.schema

/** 会籍变化类型 as sheets write it; `shared/model/membership` has the events of the record. */
export const membershipChangeType = codeList('national member data set 会员实名制数据项', [
  ['入会', '1'],
  ['转入', '2'],
  ['保留', '3'],
  ['转出', '4'],
  ['除名', '5'],
  ['退会', '6'],
])

/** 工会职务: the titles offered; others may be typed. */
export const postTitle = codeList('committee posts 工会职务', [
  ['主席', '1'],
  ['副主席', null],
  ['常务副主席', null],
  ['委员', null],
  ['组织委员', null],
  ['宣传委员', null],
  ['文体委员', null],
  ['生活福利委员', null],
  ['女职工委员', null],
  ['女职工委员会主任', null],
  ['经费审查委员会主任', null],
  ['经费审查委员会委员', null],
  ['财务', null],
  ['分会主席', null],
  ['工会小组长', null],
  ['劳动保护监督检查员', null],
  ['劳动争议调解员', null],
  ['会员代表', null],
])

/** 专职/兼职. */
export const postEngagement = codeList('national member data set', [
  ['专职', '1'],
  ['兼职', '2'],
])
export const postEngagementSchema = postEngagement.schema

/** 会籍变化原因: the national list, then what it lacks. */
export const membershipChangeReason = codeList('national member data set 会员实名制数据项, with local additions', [
  ['劳动（工作）关系发生变化', '1'],
  ['在本单位下岗后待岗', '2'],
  ['失业', '3'],
  ['所在企业破产', '4'],
  ['个人要求退会', '5'],
  ['因犯罪被开除会籍', '6'],
  ['退休', null],
  ['长期离岗', null],
  ['参军', null],
  ['出国（境）', null],
  ['连续六个月不缴会费', null],
  ['重新就业', null],
  ['去世', null],
])

/** What should be on paper when a membership changes, see `shared/rules/membership-papers`. */
export const membershipPaper = codeList(
  'Charter of the Chinese Trade Unions art. 2, 5-8; rules of membership 会籍管理',
  [
    ['入会申请书', null],
    ['会员登记表', null],
    ['照片', null],
    ['委员会会议记录', null],
    ['会员证（组织关系接转页）', null],
    ['转会介绍信', null],
    ['保留会籍审批记录', null],
    ['退会申请书', null],
    ['收回的会员证', null],
    ['工会小组讨论记录', null],
    ['法院判决书', null],
    ['报上一级工会备案件', null],
    ['情况说明', null],
    ['慰问记录', null],
  ],
)

/** 与会员的关系, the usual ones; another may be written. */
export const kinship = codeList('registration form of members 会员登记表', [
  ['配偶', null],
  ['儿子', null],
  ['女儿', null],
  ['父亲', null],
  ['母亲', null],
  ['兄弟', null],
  ['姐妹', null],
  ['祖父母', null],
  ['其他亲属', null],
  ['朋友', null],
])

/** 荣誉级别. */
export const honourLevel = codeList('classes of model workers 劳模类别, extended', [
  ['全国', null],
  ['省部级', null],
  ['地市级', null],
  ['县区级', null],
  ['本单位', null],
  ['其他', null],
])
export const honourLevelSchema = honourLevel.schema

/** 荣誉称号, the usual ones; another may be written. */
export const honourTitle = codeList('titles awarded by unions and governments', [
  ['全国劳动模范', null],
  ['省部级劳动模范', null],
  ['市级劳动模范', null],
  ['五一劳动奖章', null],
  ['五一巾帼标兵', null],
  ['三八红旗手', null],
  ['大国工匠', null],
  ['优秀工会工作者', null],
  ['优秀工会积极分子', null],
  ['先进工作者', null],
])
