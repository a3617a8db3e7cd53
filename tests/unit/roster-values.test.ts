import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  education,
  employmentStatus,
  ethnicity,
  householdType,
  idType,
  maritalStatus,
  politicalStatus,
  skillLevel,
} from '../../shared/codes'
import { rosterFieldSchema, type RosterField } from '../../shared/model/roster'
import { checkCharacter } from '../../shared/rules/id-number'
import type { Cell } from '../../shared/rules/roster/cell'
import { readIdNumber } from '../../shared/rules/roster/id-cell'
import { tidyName } from '../../shared/rules/roster/text'
import { readValue } from '../../shared/rules/roster/values'

const CONTEXT = { typed: true, trustsTenths: false }
const value = (field: RosterField, cell: Cell) => readValue(field, cell, CONTEXT)
const said = (field: RosterField, cell: Cell) => {
  const { value: read, issues } = value(field, cell)
  return read ?? issues[0] ?? null
}

describe('names', () => {
  it.each([
    ['张　三', '张三'],
    ['欧阳 娜 娜', '欧阳娜娜'],
    [' 李四\u200b', '李四'],
    ['买买提.艾力', '买买提·艾力'],
    ['古丽娜•买买提', '古丽娜·买买提'],
    ['古丽娜·买买提', '古丽娜·买买提'],
    ['𠮷 田', '𠮷田'],
    ['John  van  Dyke', 'John van Dyke'],
    ['王 Anna', '王 Anna'],
    ['J.R. Smith', 'J.R. Smith'],
  ])('%j is kept as %s', (text, name) => {
    expect(tidyName(text).name).toBe(name)
  })

  it('stay as they are once tidied', () => {
    const characters = fc.constantFrom('张', '𠮷', '·', '.', ' ', '　', 'A', 'b', '\u200b')
    fc.assert(
      fc.property(fc.string({ unit: characters }), (text) => {
        const { name } = tidyName(text)
        expect(tidyName(name)).toEqual({ name, spacesRemoved: false })
      }),
    )
  })
})

describe('the validity of a document', () => {
  it.each<[Cell, string]>([
    ['长期', '长期'],
    ['长期有效', '长期'],
    ['2035.03.02', '2035-03-02'],
    ['20350302', '2035-03-02'],
    ['2035-3-2', '2035-03-02'],
    ['2035年3月', '2035-03'],
    [{ kind: 'date', day: '2035-03-02' }, '2035-03-02'],
    ['2015.03.02-2035.03.02', '2035-03-02'],
    ['2015-03-02-2035-03-02', '2035-03-02'],
    ['20150302-20350302', '2035-03-02'],
    ['2015年3月2日至长期', '长期'],
    ['2015.3.2—长期', '长期'],
    ['十年', 'date_invalid'],
    ['2035-02-30', 'date_invalid'],
  ])('%j is read as %s', (text, expected) => {
    expect(said('idValidUntil', text)).toBe(expected)
  })
})

describe('code lists', () => {
  it.each<[RosterField, Cell, string]>([
    ['employmentForm', '劳务派遣工', '劳务派遣'],
    ['employmentForm', '返聘', '退休返聘'],
    ['employmentForm', '合同制', 'value_unknown'],
    ['newEmploymentType', '外卖骑手', '网约送餐员'],
    ['newEmploymentType', '司机', 'value_unknown'],
    ['gender', ' 女 ', '女'],
    ['gender', 'Male', '男'],
    ['gender', 1, 'gender_ambiguous'],
    ['gender', '０', 'gender_ambiguous'],
    ['gender', '不详', 'value_unknown'],
    ['ethnicity', '汉', '汉族'],
    ['ethnicity', '维吾尔', '维吾尔族'],
    ['ethnicity', '其它', 'value_unknown'],
    ['education', '大专', '大学专科'],
    ['education', '技校', '中专'],
    ['education', '高中/中专', 'value_unknown'],
    ['politicalStatus', '党员', '中共党员'],
    ['politicalStatus', '无', 'value_unknown'],
    ['householdType', '非农', '非农业家庭户口'],
    ['householdType', '居民户口', 'value_unknown'],
    ['householdType', '农转居', 'value_unknown'],
    ['employmentStatus', '待(下)岗', '待（下）岗'],
    ['employmentStatus', '内退', '退养（内退）'],
    ['employmentStatus', '返聘', 'value_unknown'],
    ['employmentStatus', '去世', 'value_unknown'],
    ['skillLevel', '高级工', '职业资格三级（高级）'],
    ['skillLevel', '三级/高级工', '职业资格三级（高级）'],
    ['skillLevel', '高级技师', '职业资格一级（高级技师）'],
    ['skillLevel', '国家职业资格二级', '职业资格二级（技师）'],
    ['skillLevel', '三级/中级工', 'value_unknown'],
    ['skillLevel', '高级', 'value_unknown'],
    ['idType', '回乡证', '港澳居民来往内地通行证'],
    ['idType', '港澳通行证', 'value_unknown'],
    ['maritalStatus', '离异', '离婚'],
    ['membershipChangeType', '保留会籍', '保留'],
    ['isMigrantWorker', '√', '是'],
    ['isMigrantWorker', true, '是'],
    ['isMigrantWorker', 1, 'value_unknown'],
  ])('%s %j is %s', (field, cell, expected) => {
    expect(said(field, cell)).toBe(expected)
  })

  it('know every official value', () => {
    const lists = {
      education,
      employmentStatus,
      ethnicity,
      householdType,
      idType,
      maritalStatus,
      politicalStatus,
      skillLevel,
    }
    for (const [field, { values }] of Object.entries(lists)) {
      for (const official of values) expect(said(rosterFieldSchema.parse(field), official)).toBe(official)
    }
  })

  it('take nothing from empty cells and errors', () => {
    for (const field of rosterFieldSchema.options) {
      expect(said(field, '   ')).toBeNull()
      expect(said(field, null)).toBeNull()
      expect(said(field, { kind: 'error', text: '#N/A' })).toBe('value_unknown')
    }
  })
})

describe('phones', () => {
  it.each<[Cell, string]>([
    [13812345678, '13812345678'],
    ['138 1234 5678', '13812345678'],
    ['138-1234-5678', '13812345678'],
    ['+86 13812345678', '13812345678'],
    ['008613812345678', '13812345678'],
    ['１３８１２３４５６７８', '13812345678'],
    ['0571-88886666', '0571-88886666'],
    ['（0571）88886666', '0571-88886666'],
    ['88886666', 'phone_invalid'],
    ['138123456789', 'phone_invalid'],
    ['12812345678', 'phone_invalid'],
    ['13812345678/13987654321', 'phone_invalid'],
    ['1.38E+10', 'phone_invalid'],
    ['停机', 'phone_invalid'],
  ])('%j is %s', (cell, expected) => {
    expect(said('phone', cell)).toBe(expected)
  })
})

describe('money is fen', () => {
  it.each<[Cell, number | string]>([
    [5460, 546000],
    [27.3, 2730],
    [24.150000000000002, 2415],
    ['18.90 ', 1890],
    ['8,180.5', 818050],
    ['￥1,000.00元', 100000],
    ['(12.50)', -1250],
    ['－12.5', -1250],
    ['−12.5', -1250],
    ['12.345', 'number_invalid'],
    ['约3000', 'number_invalid'],
  ])('%j is %s', (cell, expected) => {
    expect(said('wage', cell)).toBe(expected)
  })
})

describe('texts', () => {
  it('keep leading zeros and refuse numbers that lost digits', () => {
    expect(said('staffNumber', "'0012400")).toBe('0012400')
    expect(said('staffNumber', '="0012"')).toBe('0012')
    expect(said('memberCardNumber', 6222020000000007919)).toBe('number_invalid')
    expect(said('address', '="不是公式"的楼')).toBe('="不是公式"的楼')
    expect(said('remark', '字'.repeat(2001))).toBe('text_too_long')
    expect(said('department', { kind: 'uncalculated', formula: 'VLOOKUP(A1,B:C,2)' })).toBe('formula_not_calculated')
  })
})

describe('ID numbers', () => {
  const id = (cell: Cell, citizen = true) => {
    const { number, issues } = readIdNumber(cell, null, citizen)
    return number === null ? (issues[0] ?? null) : number
  }

  it.each<[Cell, string | null]>([
    ['11010519491231002x', '11010519491231002X'],
    [' 110105 19491231 002X', '11010519491231002X'],
    ["'11010519491231002X", '11010519491231002X'],
    ['="11010519491231002X"', '11010519491231002X'],
    ['１１０１０５１９４９１２３１００２Ｘ', '11010519491231002X'],
    ['110105491231002', '11010519491231002X'],
    [110105491231002, '11010519491231002X'],
    [440524188001010016, 'id_lost_precision'],
    ['4.40981E+17', 'id_lost_precision'],
    ['110105194912310000', 'id_lost_precision'],
    ['110105194912310021', 'id_checksum'],
    ['1101051949123100', 'id_length'],
    ['1101051949123100211', 'id_length'],
    ['见档案', 'id_length'],
    ['230108198102318999', 'id_date_invalid'],
    ['H12345678', 'H12345678'],
    [{ kind: 'error', text: '#N/A' }, 'value_unknown'],
    ['', null],
    [null, null],
  ])('%j is %s', (cell, expected) => {
    expect(id(cell)).toBe(expected)
  })

  it('typed as numbers are never completed, not even where the rest happens to pass', () => {
    const numbers = fc.tuple(fc.integer({ min: 110000, max: 659999 }), fc.integer({ min: 19500101, max: 20051231 }))
    fc.assert(
      fc.property(numbers, ([region, birth]) => {
        expect(id(Number(`${region}${birth}0010`.slice(0, 15) + '000'))).toBe('id_lost_precision')
      }),
    )
  })

  it('with a wrong check character are never let through', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), fc.constantFrom(...'0123456789X'.split('')), (sequence, check) => {
        const digits = `11010519900512${String(sequence).padStart(3, '0')}`
        const right = checkCharacter(digits) === check
        expect(readIdNumber(digits + check, null, true).number).toBe(right ? digits + check : null)
      }),
    )
  })

  it('of a stated passport are kept as written', () => {
    expect(readIdNumber('e 1234 5678', '护照', false)).toMatchObject({ number: 'E12345678', issues: [] })
    expect(readIdNumber(12345678, '台湾居民来往大陆通行证', false)).toMatchObject({ number: '12345678', issues: [] })
  })
})
