import { codeList } from '../code-list'

const FORM = '困难职工档案表 as two public copies print it (undated)'
const FORM_LISTS = '困难职工档案系统填报说明, value lists (undated copy)'

/** 致困原因. */
export const hardshipCause = codeList('provincial screen of hardship files 困难职工档案', [
  ['本人疾病', null],
  ['家属疾病', null],
  ['本人失业', null],
  ['供养直系亲属负担', null],
  ['子女上学', null],
  ['意外灾害', null],
  ['收入低', null],
  ['其他', null],
])

/** 健康状况. */
export const healthState = codeList(FORM_LISTS, [
  ['良好', null],
  ['一般疾病', null],
  ['恶性肿瘤', null],
  ['心血管病', null],
  ['脑血管病', null],
  ['终末期肾病', null],
  ['精神病', null],
  ['肝病', null],
  ['血液病', null],
  ['糖尿病', null],
  ['肿瘤病', null],
  ['腰颈椎病', null],
  ['高血压病', null],
  ['肺病', null],
  ['深度昏迷', null],
  ['永久瘫痪', null],
  ['严重阿尔茨海默病', null],
  ['严重帕金森病', null],
  ['严重运动神经元病', null],
  ['残疾', null],
])

/** 残疾类别 with its grade. */
export const disability = codeList(FORM_LISTS, [
  ['视力一级', null],
  ['视力二级', null],
  ['视力三级', null],
  ['视力四级', null],
  ['听力一级', null],
  ['听力二级', null],
  ['听力三级', null],
  ['听力四级', null],
  ['言语一级', null],
  ['言语二级', null],
  ['言语三级', null],
  ['言语四级', null],
  ['智力一级', null],
  ['智力二级', null],
  ['智力三级', null],
  ['智力四级', null],
  ['肢体一级', null],
  ['肢体二级', null],
  ['肢体三级', null],
  ['肢体四级', null],
  ['精神一级', null],
  ['精神二级', null],
  ['精神三级', null],
  ['精神四级', null],
  ['多重一级', null],
  ['多重二级', null],
  ['多重三级', null],
  ['多重四级', null],
])

/** 人员身份. */
export const personStanding = codeList(`${FORM}, extended by what children and parents are`, [
  ['在岗', null],
  ['下（待）岗', null],
  ['失（无）业', null],
  ['退休', null],
  ['病休', null],
  ['内退', null],
  ['农民工', null],
  ['学龄前', null],
  ['在校学生', null],
  ['务农', null],
  ['现役军人', null],
  ['其他', null],
])

/** 住房类型. */
export const housingKind = codeList(FORM, [
  ['承租单位公房', null],
  ['政府廉租房', null],
  ['自购房', null],
  ['无房', null],
  ['租房', null],
  ['自建房', null],
  ['其他', null],
])

/** 建筑面积 in square metres. */
export const floorArea = codeList(FORM, [
  ['20以下', null],
  ['20-50', null],
  ['50-70', null],
  ['70以上', null],
])

/** 劳模类型. */
export const modelWorkerKind = codeList('hardship form 劳模类别', [
  ['非劳模', null],
  ['全国劳模', null],
  ['省部级劳模', null],
  ['地市级劳模', null],
  ['其他劳模', null],
])

/** 医保状况: the form gives no list. */
export const medicalInsurance = codeList('usual kinds of basic medical insurance 基本医疗保险', [
  ['职工医保', null],
  ['城乡居民医保', null],
  ['未参保', null],
  ['其他', null],
])

/** 低保情况. */
export const subsistence = codeList(FORM, [
  ['未享受低保', null],
  ['享受低保', null],
  ['低保边缘户', null],
])

/** 企业状况: the form gives no list. */
export const employerState = codeList('usual words of the form 企业状况', [
  ['正常', null],
  ['困难', null],
  ['停产半停产', null],
  ['破产关闭', null],
])

/** 合同期限. */
export const contractTerm = codeList(FORM_LISTS, [
  ['半年内', null],
  ['半年至一年', null],
  ['两年', null],
  ['三年', null],
  ['四年', null],
  ['五年以上', null],
  ['无固定期限', null],
])

/** What a file's pictures and papers show; those marked in the union's list are asked for. */
export const hardshipPaper = codeList('困难职工建档材料 of a county union (2018) and of one provincial app', [
  ['登记表', null],
  ['个人申请书', null],
  ['身份证', null],
  ['户口本', null],
  ['收入证明', null],
  ['单位困难证明', null],
  ['诊断证明', null],
  ['医院单据', null],
  ['残疾证', null],
  ['会员证', null],
  ['银行卡', null],
  ['公示材料', null],
  ['上级单位证明', null],
  ['其他', null],
])
