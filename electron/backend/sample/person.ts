import { partialDateSchema, type Day, type PartialDate } from '../../../shared/model/date'
import type { MemberFields } from '../../../shared/model/member'
import { addDays } from '../../../shared/rules/date'
import { checkCharacter } from '../../../shared/rules/id-number'
import type { Random } from './random'

const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎'
const SURNAMES_OF_TWO = ['欧阳', '上官', '司徒', '诸葛', '慕容'] as const
const GIVEN = {
  男: '伟强磊军洋勇杰涛明超刚平辉鹏华飞鑫波斌宇浩凯健俊帆成建文博志林国梁栋峰毅恒远',
  女: '芳娜敏静丽艳娟霞秀英玲桂兰燕红梅婷雪慧琳洁颖倩欣怡蓉萍莉岚晶瑶璐佳思雨彤',
} as const
const ETHNICITIES = ['满族', '回族', '壮族', '苗族', '土家族', '蒙古族', '畲族', '维吾尔族'] as const
/** Real first digits of GB/T 2260; the persons are not. */
const REGIONS = [
  '110101',
  '120101',
  '130102',
  '210102',
  '320102',
  '330106',
  '340102',
  '370102',
  '410102',
  '510104',
] as const
const MOBILE_PREFIXES = ['130', '135', '138', '150', '158', '170', '186', '187', '191'] as const
const EDUCATIONS = ['大学本科', '大学本科', '大学本科', '大学专科', '大学专科', '中专', '高中', '硕士研究生'] as const
const POLITICAL = ['群众', '群众', '群众', '群众', '中共党员', '中共党员', '共青团员'] as const

export type Person = Pick<
  MemberFields,
  'name' | 'gender' | 'birthDate' | 'ethnicity' | 'idType' | 'idNumber' | 'phone' | 'education' | 'politicalStatus'
> & { readonly joinDate: PartialDate }

/**
 * Somebody who does not exist, of working age on the day given: a name put together from lists, an ID number with the
 * right check character, a phone number by chance.
 */
export function fictionalPerson(random: Random, today: Day): Person {
  const gender = random.oneIn(2) ? '男' : '女'
  const birthDate = addDays(today, -365 * 22 - random.below(365 * 35))
  const joinDate = addDays(birthDate, 365 * 21 + random.below(300))
  return {
    name: fictionalName(random, gender),
    gender,
    birthDate: partialDateSchema.parse(birthDate),
    ethnicity: random.oneIn(12) ? random.pick(ETHNICITIES) : '汉族',
    idType: '居民身份证',
    idNumber: fictionalIdNumber(random, gender, birthDate),
    phone: random.pick(MOBILE_PREFIXES) + digits(random, 8),
    education: random.pick(EDUCATIONS),
    politicalStatus: random.pick(POLITICAL),
    joinDate: partialDateSchema.parse(joinDate),
  }
}

function fictionalName(random: Random, gender: '男' | '女'): string {
  const surname = random.oneIn(40) ? random.pick(SURNAMES_OF_TWO) : characterOf(random, SURNAMES)
  const given = () => characterOf(random, GIVEN[gender])
  return surname + given() + (random.oneIn(3) ? '' : given())
}

function fictionalIdNumber(random: Random, gender: '男' | '女', birthDate: Day): string {
  const sequence = digits(random, 2) + String(random.below(5) * 2 + (gender === '男' ? 1 : 0))
  const first = random.pick(REGIONS) + birthDate.replaceAll('-', '') + sequence
  return first + checkCharacter(first)
}

function characterOf(random: Random, characters: string): string {
  return characters.charAt(random.below(characters.length))
}

function digits(random: Random, count: number): string {
  return String(random.below(10 ** count)).padStart(count, '0')
}
