import { getTableColumns } from 'drizzle-orm'
import ExcelJS from 'exceljs'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { branch as branchTable, membershipEvent } from '../../db/schema'
import { memberFilterSchema } from '../../shared/contract/members'
import type { People, ReportRequest } from '../../shared/contract/reports'
import { organisationSchema } from '../../shared/model/branch'
import { now, partialDateSchema } from '../../shared/model/date'
import { membershipEventIdSchema, newId, type MemberId } from '../../shared/model/id'
import type { MembershipEventType } from '../../shared/model/membership'
import { builtInProfiles } from '../../shared/receiver-profiles'
import { insertMember, insertMembershipEvent, openTestBranch, type TestBranch } from '../fixtures/branch'
import { bundleReaderWorker } from '../fixtures/reader-worker'
import { reportsClient } from '../fixtures/reports-client'
import { resultOf } from '../fixtures/roster-client'

const FORMULA = '=HYPERLINK("http://x","y")'
const everybody: People = {
  by: 'filter',
  filter: memberFilterSchema.parse({}),
  sort: { field: 'name', direction: 'asc' },
}

const CLEAR = { clear: true, reason: '报送市总工会' } as const

async function book(file: string): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(file)
  return workbook
}

function setUp(branch: TestBranch) {
  const { db, folder } = branch
  const { reports, roster, host } = reportsClient(db)
  const file = path.join(folder, 'out.xlsx')
  host.savePath = file
  const event = (memberId: MemberId, type: MembershipEventType, date: string, reason: string | null = null) =>
    db.orm
      .insert(membershipEvent)
      .values({
        id: newId(membershipEventIdSchema),
        memberId,
        type,
        date: partialDateSchema.parse(date),
        reason,
        recordedAt: now(),
      })
      .run()
  const ids = db.write(() => {
    const good = insertMember(db, {
      name: '张三',
      gender: '女',
      birthDate: partialDateSchema.parse('1949-12-31'),
      ethnicity: '汉族',
      employmentStatus: '退休',
      idType: '居民身份证',
      idNumber: '11010519491231002X',
      education: '大学专科',
      skillLevel: '职业资格三级（高级）',
      phone: '13812345678',
      householdType: '农业家庭户口',
      householdPlace: FORMULA,
      politicalStatus: '群众',
      employer: '云溪机械厂',
      nativePlace: '浙江杭州',
      isMigrantWorker: '否',
    })
    event(good, 'keeping', '2020-01-31', '退休')
    event(good, 'restoration', '2021-03-01', '个人要求退会')
    const foreign = insertMember(db, {
      name: 'JOHN SMITH',
      idType: '护照',
      idNumber: 'E12345678',
      phone: '13912345678',
    })
    const bare = insertMember(db, {
      name: '李四',
      birthDate: partialDateSchema.parse('1990-05'),
      phone: '0571-88886666',
    })
    return { good, foreign, bare }
  })
  const request: ReportRequest = {
    profileId: 'member-sheet',
    people: everybody,
    faulty: 'leaveOut',
    clear: CLEAR,
    workbook: null,
  }
  const write = (changes: Partial<ReportRequest> = {}) => resultOf(reports.write({ ...request, ...changes }))
  const accessLog = () => db.sqlite.prepare('SELECT kind, subject, count, reason FROM access_event').all()
  return { db, reports, roster, host, folder, file, ids, write, accessLog }
}

describe('the 19-column member sheet', () => {
  it('says beforehand, in the words of its receiver, what is wrong with whom', async () => {
    using branch = openTestBranch()
    const { reports, ids } = setUp(branch)
    const check = await reports.check({ profileId: 'member-sheet', people: everybody })
    expect(check).toMatchObject({ rows: 3, withErrors: 1, withWarnings: 1 })
    const said = check.problems.map(({ memberId, issues }) => ({
      memberId,
      issues: issues.map(({ heading, code, severity, value }) =>
        `${severity} ${heading} ${code} ${value ?? ''}`.trim(),
      ),
    }))
    expect(said).toEqual([
      {
        memberId: ids.bare,
        issues: [
          'warning 性别 missing',
          'error 出生日期 dateIncomplete 1990-05',
          'warning 民族 missing',
          'warning 有效证件类别 missing',
          'error 证件号码 missing',
          'warning 移动电话 notMobile 057******6666',
          'error 移动电话 tooLong 057******6666',
          'warning 会籍变化日期 missing',
        ],
      },
      {
        memberId: ids.foreign,
        issues: [
          'warning 性别 missing',
          'warning 民族 missing',
          'warning 证件号码 idOtherKind E1*****78',
          'warning 会籍变化日期 missing',
        ],
      },
    ])
    expect(JSON.stringify(check)).not.toContain('88886666')
  })

  it('is written in the very layout, texts staying texts', async () => {
    using branch = openTestBranch()
    const { write, file, accessLog } = setUp(branch)
    expect(await write()).toEqual({ fileName: 'out.xlsx', rows: 2, leftOut: 1 })
    const [sheet] = (await book(file)).worksheets
    if (sheet === undefined) throw new Error('No sheet was written')
    const { columns, note } = builtInProfiles[0]?.definition ?? { columns: [], note: '' }
    expect(columns.slice(1)).toHaveLength(19)
    expect(sheet.getRow(4).values).toEqual([undefined, ...columns.map(({ heading }) => heading)])
    expect(sheet.getCell('A1').value).toBe('工会会员实名制信息采集表')
    expect(sheet.getCell('A2').text).toContain('云溪机械厂工会委员会')
    expect(sheet.model.merges).toEqual(['A1:T1', 'A2:J2', 'K2:T2', 'A3:T3', 'A7:T7'])
    expect(sheet.getRow(6).values).toEqual([
      undefined,
      2,
      '张三',
      '女',
      '1949/12/31',
      '汉族',
      '退休',
      '身份证',
      '11010519491231002X',
      '大学专科',
      '职业资格三级（高级）',
      '13812345678',
      '农业家庭户口',
      FORMULA,
      '转入',
      '2021/03/01',
      '个人要求退会',
      '群众',
      '云溪机械厂',
      '浙江杭州',
      '否',
    ])
    expect(sheet.getCell('H6')).toMatchObject({ numFmt: '@', type: ExcelJS.ValueType.String })
    expect(sheet.getCell('M6').type).toBe(ExcelJS.ValueType.String)
    expect(sheet.getCell('A7').value).toBe(note)
    expect(accessLog()).toMatchObject([{ kind: 'report', count: 2, reason: CLEAR.reason }])
    expect(JSON.stringify(accessLog())).toContain('证件号码')
  })

  it('is masked unless it is confirmed', async () => {
    using branch = openTestBranch()
    const { write, file, host, accessLog } = setUp(branch)
    host.confirms = false
    await expect(write()).rejects.toMatchObject({ code: 'NOT_CONFIRMED' })
    expect(existsSync(file)).toBe(false)
    expect(accessLog()).toEqual([])
    await write({ clear: { clear: false } })
    expect((await book(file)).worksheets[0]?.getCell('H6').value).toBe('110105********002X')
    expect(host.asked).toEqual(['exportClear'])
  })

  it('holds everybody where the person says so, and is not written for nobody', async () => {
    using branch = openTestBranch()
    const { write, ids, host, folder } = setUp(branch)
    expect(await write({ faulty: 'write' })).toMatchObject({ rows: 3, leftOut: 0 })
    const people = { by: 'ids' as const, ids: [ids.bare] }
    await expect(write({ people })).rejects.toMatchObject({ code: 'NOTHING_TO_REPORT' })
    host.savePath = null
    expect(await write()).toBeNull()
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('is called off half-way without a trace', async () => {
    using branch = openTestBranch()
    const { db, reports, folder, accessLog } = setUp(branch)
    db.write(() => {
      for (let index = 0; index < 1200; index++) insertMember(db, { name: `会员${index}` })
    })
    const abort = new AbortController()
    const request = {
      profileId: 'member-sheet',
      people: everybody,
      faulty: 'write',
      clear: CLEAR,
      workbook: null,
    } as const
    await expect(
      (async () => {
        // The rows are made first and written then; it is called off while they are written.
        let seen = 0
        for await (const event of await reports.write(request, { signal: abort.signal })) {
          if (event.kind === 'progress' && ++seen === 3) abort.abort()
        }
      })(),
    ).rejects.toThrow()
    expect(readdirSync(folder).filter((name) => /\.(xlsx|part)$/.test(name))).toEqual([])
    expect(accessLog()).toEqual([])
  })

  it('read back changes nothing', async () => {
    await bundleReaderWorker()
    using branch = openTestBranch()
    const { write, roster, file, db } = setUp(branch)
    db.write(() => {
      const gone = insertMember(db, {
        name: '王五',
        gender: '男',
        birthDate: partialDateSchema.parse('1900-01-01'),
        idType: '居民身份证',
        idNumber: '110101190001010014',
      })
      insertMembershipEvent(db, gone, 'death')
    })
    expect(await write({ faulty: 'write' })).toMatchObject({ rows: 4 })
    const read = await resultOf(roster.read({ file: new File([new Uint8Array(readFileSync(file))], 'again.xlsx') }))
    expect(read.counts).toMatchObject({ rows: 4, new: 0, changed: 0, conflict: 0, error: 0, same: 4 })
  })
})

describe('the organisation record', () => {
  it('has a column of the branch for each of its fields, and the other way round', () => {
    const columns = Object.keys(getTableColumns(branchTable)).filter((name) => name !== 'id' && name !== 'isSample')
    expect(columns.sort()).toEqual([...organisationSchema.keyof().options].sort())
  })
})

describe('the 17-column organisation sheet', () => {
  beforeAll(bundleReaderWorker)

  it('asks for what is missing, and is written from the organisation record', async () => {
    using branch = openTestBranch()
    const { reports, write, file } = setUp(branch)
    const profileId = 'organisation-sheet'
    const check = await reports.check({ profileId, people: everybody })
    expect(check).toMatchObject({ rows: 1, withErrors: 1 })
    expect(check.problems[0]?.issues.map(({ heading }) => heading)).toContain('单位名称')
    await reports.saveOrganisation({
      employerName: '云溪机械厂',
      employerCreditCode: '91330000724538949H',
      employerAddress: '云溪路 1 号',
      region: '云溪区',
      employerNature: '国有企业',
      economicType: '有限责任公司',
      industry: '制造业',
      staffCount: 320,
      foundedOn: partialDateSchema.parse('1998-05-01'),
      unionType: '独立基层工会',
      chairName: '陈主席',
      phone: '0571-88886666',
    })
    const organisation = await reports.organisation()
    expect(organisation.memberCount).toBe(3)
    const { problems } = await reports.check({ profileId, people: everybody })
    expect(problems[0]?.issues.map(({ heading, code }) => `${heading} ${code}`)).toEqual([
      '工会法人和其他组织统一社会信用代码 missing',
      '上级工会名称 missing',
    ])
    await write({ profileId, faulty: 'write', clear: { clear: false } })
    const [sheet] = (await book(file)).worksheets
    const headings = builtInProfiles[1]?.definition.columns.map(({ heading }) => heading)
    expect(headings).toHaveLength(17)
    expect(sheet?.getRow(5).values).toEqual([undefined, ...(headings ?? [])])
    expect(sheet?.getRow(6).values).toEqual([
      undefined,
      1,
      '云溪机械厂',
      '91330000724538949H',
      '云溪路 1 号',
      '云溪区',
      '国有企业',
      '有限责任公司',
      '制造业',
      320,
      '云溪机械厂工会委员会',
      undefined,
      undefined,
      '1998/05/01',
      '独立基层工会',
      3,
      '陈主席',
      '0571-88886666',
    ])
  })
})
