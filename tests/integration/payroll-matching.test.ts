import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BranchDatabase } from '../../db/branch-database'
import { monthSchema } from '../../shared/model/date'
import type { MemberId } from '../../shared/model/id'
import { insertMember, openTestBranch } from '../fixtures/branch'
import { charge, fileOf, payrollClient, recordSample, sampleLines } from '../fixtures/payroll'
import { bundleReaderWorker } from '../fixtures/reader-worker'
import { resultOf } from '../fixtures/roster-client'

let removeWorker: () => void
beforeAll(async () => {
  removeWorker = await bundleReaderWorker()
})
afterAll(() => removeWorker())

const june = monthSchema.parse('2025-06')
const SEEDS = Array.from({ length: 16 }, (_, index) => index + 1)
const LEAST_MATCHED = 0.98

/** Numbers that look random and are the same for the same seed (mulberry32). */
function randomOf(seed: number) {
  let state = seed * 0x9e3779b9
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    oneIn: (count: number) => next() < 1 / count,
    pick: <Item>(items: readonly [Item, ...Item[]]): Item => items[Math.floor(next() * items.length)] ?? items[0],
    shuffled: <Item>(items: readonly Item[]): Item[] =>
      items
        .map((item) => [next(), item] as const)
        .sort(([one], [other]) => one - other)
        .map(([, item]) => item),
  }
}

interface Line {
  /** In fen, different for each line, so that it is known again. */
  readonly amount: number
  readonly name: string
  readonly staffNumber: string | null
  readonly idNumber: string | null
  readonly department: string
  /** Whose it is; null for people who are not in the record. */
  readonly memberId: MemberId | null
}

/** The sample's people, each with an amount of their own, and people whom the record does not know. */
function linesOf(members: ReadonlyMap<string, MemberId>): Line[] {
  const known = sampleLines.map((line, index) => ({
    ...line,
    amount: 1001 + index * 7,
    memberId: members.get(line.staffNumber) ?? null,
  }))
  const strangers = [
    // The name of a member, but another person.
    { name: '郝健栋', staffNumber: '900001', idNumber: '110101199003071233', department: '外聘人员' },
    // The number of a member under another name.
    { name: '钱多多', staffNumber: '000104', idNumber: null, department: '外聘人员' },
    { name: '孙无名', staffNumber: '900002', idNumber: null, department: '生产部' },
  ].map((line, index) => ({ ...line, amount: 5001 + index * 7, memberId: null }))
  return [...known, ...strangers]
}

const HEADINGS = {
  staffNumber: ['人员编号', '工号', '职工编号', '员工编号'],
  name: ['姓名', '职工姓名', '员工姓名'],
  department: ['部门', '所在部门', '部门名称'],
  idNumber: ['身份证号', '身份证号码', '公民身份号码'],
  amount: ['扣工会会费', '工会会费', '个人工会会费', '代扣会费', '会费'],
} as const

/** A file of the lines as some finance office might have made it. */
function mutatedFile(lines: readonly Line[], seed: number): { readonly file: File; readonly how: string } {
  const random = randomOf(seed)
  const dropped = random.pick<readonly string[]>([[], ['idNumber'], ['staffNumber'], ['idNumber', 'staffNumber']])
  const numbersMissing = random.oneIn(3)
  const numbersTyped = random.oneIn(3)
  const amountsAsText = random.oneIn(3)
  const spaced = random.oneIn(3)
  const kind = random.pick(['xlsx', 'biff8', 'csv'] as const)
  const split = kind !== 'csv' && random.oneIn(2)
  const headings = random.shuffled(
    (['staffNumber', 'name', 'department', 'idNumber', 'amount'] as const)
      .filter((key) => !dropped.includes(key))
      .map((key) => ({ key, title: random.pick([...HEADINGS[key], HEADINGS[key][0]]) })),
  )
  function cell(line: Line, key: (typeof headings)[number]['key']): string | number | null {
    switch (key) {
      case 'staffNumber':
        if (line.staffNumber === null || (numbersMissing && random.oneIn(3))) return null
        return numbersTyped ? Number(line.staffNumber) : line.staffNumber
      case 'name':
        return spaced && line.name.length === 2 ? line.name.split('').join('　') : line.name
      case 'department':
        return line.department
      case 'idNumber':
        return line.idNumber
      case 'amount': {
        const yuan = (line.amount / 100).toFixed(2)
        return amountsAsText ? random.pick([yuan, `${yuan}元`, `￥${yuan}`]) : line.amount / 100
      }
    }
  }
  function sheetOf(of: readonly Line[]) {
    const total = of.reduce((sum, { amount }) => sum + amount, 0) / 100
    const sum = (title: string) => headings.map(({ key }, at) => (key === 'amount' ? total : at === 0 ? title : null))
    return [
      ['2025年6月工会会费代扣表'],
      headings.map(({ title }) => title),
      ...of.map((line) => headings.map(({ key }) => cell(line, key))),
      // A total stands where the heading is not the amount's.
      ...(headings[0]?.key === 'amount' ? [] : [sum('合计')]),
    ]
  }
  const departments = [...new Set(lines.map(({ department }) => department))]
  const sheets = split
    ? Object.fromEntries(departments.map((name) => [name, sheetOf(lines.filter((line) => line.department === name))]))
    : { 代扣: sheetOf(random.shuffled(lines)) }
  const how = JSON.stringify({ seed, dropped, numbersMissing, numbersTyped, amountsAsText, spaced, kind, split })
  return { file: fileOf(sheets, `2025年6月-${seed}.${kind === 'biff8' ? 'xls' : kind}`, kind), how }
}

/** Further members with names of the sample, whom only a number or a department tells apart. */
function addNamesakes(db: BranchDatabase): void {
  db.write(() => {
    for (const { name } of sampleLines.slice(10, 16)) insertMember(db, { name, department: '离退休部' })
    for (const { name } of sampleLines.slice(16, 20)) insertMember(db, { name, staffNumber: `8${name.length}0099` })
  })
}

interface Found {
  readonly how: string
  /** Lines that led to somebody else. */
  readonly wrong: number
  /** Lines of people in the record, and how many led to them. */
  readonly known: number
  readonly matched: number
}

describe('matching the lists of finance offices', () => {
  it('pays nobody for somebody else, and finds nearly everybody', { timeout: 240_000 }, async () => {
    const found: Found[] = []
    for (const seed of SEEDS) {
      using branch = openTestBranch()
      const { db } = branch
      const client = payrollClient(db)
      const members = recordSample(db)
      addNamesakes(db)
      const lines = linesOf(members)
      charge(
        db,
        june,
        [...new Set(members.values())].map((memberId) => [memberId, 5000]),
      )
      const { file, how } = mutatedFile(lines, seed)
      const read = await resultOf(client.dues.payroll.read({ file, sheets: null }))
      if (read.kind !== 'read') throw new Error(`The list was not read: ${how}`)
      const { rows } = await client.dues.payroll.persons({ id: read.id, show: 'deducted', offset: 0, limit: 200 })
      const paid = new Map<number, MemberId | null>()
      for (const person of rows) for (const { amount } of person.lines) paid.set(amount, person.memberId)
      expect([...paid.keys()].sort(), how).toEqual(lines.map(({ amount }) => amount).sort())
      const known = lines.filter(({ memberId }) => memberId !== null)
      found.push({
        how,
        wrong: lines.filter(({ amount, memberId }) => {
          const to = paid.get(amount)
          return to !== null && to !== memberId
        }).length,
        known: known.length,
        matched: known.filter(({ amount, memberId }) => paid.get(amount) === memberId).length,
      })
    }
    expect(found.filter(({ wrong }) => wrong > 0)).toEqual([])
    const share = (of: readonly Found[]) =>
      of.reduce((sum, { matched }) => sum + matched, 0) / of.reduce((sum, { known }) => sum + known, 0)
    expect(found.filter((one) => share([one]) < LEAST_MATCHED)).toEqual([])
    expect(share(found)).toBeGreaterThanOrEqual(LEAST_MATCHED)
  })
})
