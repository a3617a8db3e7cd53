import { createRouterClient } from '@orpc/server'
import { beforeAll, expect, it } from 'vitest'
import { accessQueries } from '../../db/queries/access'
import { activities } from '../../electron/backend/activities'
import { batches } from '../../electron/backend/batches'
import { dues } from '../../electron/backend/dues'
import { duplicates } from '../../electron/backend/duplicates'
import { home } from '../../electron/backend/home'
import { lists } from '../../electron/backend/lists'
import { members } from '../../electron/backend/members'
import { organisation } from '../../electron/backend/organisation'
import { reports } from '../../electron/backend/reports'
import { roster } from '../../electron/backend/roster'
import { memberFilterSchema } from '../../shared/contract/members'

import type { MemberId } from '../../shared/model/id'
import { detailSchema } from '../../shared/model/member-detail'
import { dayOf } from '../../shared/rules/date'
import { insertMember, openTestBranch, type TestBranch } from '../fixtures/branch'
import { testHost } from '../fixtures/host'
import { bundleReaderWorker } from '../fixtures/reader-worker'
import { resultOf, rosterFile } from '../fixtures/roster-client'

beforeAll(bundleReaderWorker)

const secrets = {
  idNumber: '11010519491231002X',
  otherIdNumber: '110105194912310011',
  faultyIdNumber: '110105194912310027',
  importedIdNumber: '11010119900307803X',
  phone: '13812345678',
  otherPhone: '13712340001',
  importedPhone: '13612340002',
  faultyPhone: '1381234567',
  passport: 'E12345678',
  newPassport: 'E98765432',
  relativeIdNumber: '11010119900307379X',
  relativePhone: '13900001111',
  card: '6222021234567890123',
  examined: '1987-05-17',
}

function setUp({ db }: TestBranch) {
  const capabilities = { activities, batches, dues, duplicates, home, lists, members, organisation, reports, roster }
  return createRouterClient(capabilities, { context: { session: { db }, host: testHost().client } })
}

const everyone = { filter: memberFilterSchema.parse({}), sort: { field: 'name', direction: 'asc' } } as const
const page = { offset: 0, limit: 100 }
const people = { by: 'filter', ...everyone } as const

it('answers nothing in clear of what is masked, whatever is asked', async () => {
  using branch = openTestBranch()
  const { db } = branch
  const client = setUp(branch)
  const [one, other] = db.write(() => [
    insertMember(db, { name: '张伟', idNumber: secrets.idNumber, phone: secrets.phone, department: '一车间' }),
    insertMember(db, { name: '张伟', idNumber: secrets.otherIdNumber, phone: secrets.phone, department: '一车间' }),
  ])
  const { id: fieldId } = await client.members.customFields.add({
    ...{ name: '银行卡', kind: 'text', choices: [], isMasked: true },
  })
  const { id: dateId } = await client.members.customFields.add({
    ...{ name: '体检日期', kind: 'date', choices: [], isMasked: true },
  })
  const { version } = await client.members.get({ id: one })
  await client.members.update({
    ...{ id: one, version, fields: { phone: secrets.otherPhone } },
    custom: [
      { fieldId, value: secrets.card, version: null },
      { fieldId: dateId, value: secrets.examined, version: null },
    ],
  })
  await client.members.details.add({
    memberId: one,
    detail: detailSchema.parse({
      kind: 'relative',
      fields: {
        ...{ relation: '配偶', name: '李静', birthDate: null, employer: null, politicalStatus: null, note: null },
        ...{ idNumber: secrets.relativeIdNumber, phone: secrets.relativePhone, isEmergencyContact: true },
      },
    }),
  })
  const { identityDocument } = await client.members.details.add({
    memberId: one,
    detail: detailSchema.parse({
      kind: 'identityDocument',
      fields: { type: '护照', number: secrets.passport, validFrom: null, validTo: null, note: null },
    }),
  })
  for (const document of identityDocument) {
    await client.members.details.update({
      ...{ id: document.id, version: document.version },
      detail: { kind: 'identityDocument', fields: { number: secrets.newPassport } },
    })
  }
  const { id: activityId } = await client.activities.plan.add({
    ...{
      title: '春游',
      type: 'outing',
      startsOn: '2026-04-01',
      endsOn: '2026-04-01',
      place: null,
      cost: null,
      note: null,
    },
  })
  await client.activities.people.signUp({ id: activityId, memberIds: [one, other] })

  const read = await resultOf(
    client.roster.read({
      file: rosterFile([
        ['姓名', '身份证号码', '手机号码', '部门', '性别'],
        ['李娜', secrets.importedIdNumber, secrets.importedPhone, '一车间', '1'],
        ['张伟', secrets.idNumber, secrets.importedPhone, '一车间', '2'],
        ['王芳', secrets.faultyIdNumber, secrets.faultyPhone, '一车间', '2'],
        ['赵敏', Number(secrets.idNumber.slice(0, 17)), secrets.phone, '二车间', '2'],
      ]),
    }),
  )
  const answers: unknown[] = [read]
  const ask = async <Answer>(work: Promise<Answer>): Promise<Answer> => {
    const answer = await work
    answers.push(answer)
    return answer
  }

  const { id } = read
  const askAbout = async (...ids: readonly MemberId[]) => {
    await ask(client.dues.handOvers.members({ ids: [...ids] }))
    await ask(
      client.dues.handOvers.find({ lines: [{ name: '张伟', staffNumber: null, department: null, amount: null }] }),
    )
    await ask(client.home.summary())
    await ask(client.members.list({ ...page, ...everyone }))
    await ask(client.members.facets())
    for (const member of ids) {
      await ask(client.members.get({ id: member }))
      await ask(client.members.history({ id: member }))
      await ask(client.members.sources({ id: member }))
      await ask(client.members.details.list({ memberId: member }))
    }
    await ask(client.members.findByIdNumber({ idNumber: secrets.idNumber, exceptId: null }))
    await ask(client.organisation.tree())
    await ask(client.organisation.members({ ...page, unitId: null }))
    await ask(client.organisation.proposal())
    await ask(client.organisation.rosterOn({ ...page, day: dayOf(new Date()), unsureOnly: false }))
    await ask(client.duplicates.list(page))
    await ask(client.activities.people.list({ ...page, id: activityId, show: null }))
    for (const { id: profileId } of await client.reports.profiles()) {
      await ask(client.reports.check({ profileId, people }))
    }
    for (const paper of ['registration', 'application', 'dataSheet'] as const) {
      await ask(client.reports.papers({ paper, people, clear: { clear: false } }))
    }
    await ask(client.reports.names({ people }))
    await ask(client.reports.recent())
    await ask(client.roster.unfinished())
    await ask(client.roster.get({ id }))
    await ask(client.roster.rows({ ...page, id, outcome: null, withIssuesOnly: false }))
    await ask(client.roster.questions({ id }))
    const { rows } = await ask(client.batches.list(page))
    for (const batch of rows) {
      await ask(client.batches.get({ id: batch.id }))
      await ask(client.batches.effects({ ...page, id: batch.id, effect: null, search: '' }))
      if (batch.undoable) await ask(client.batches.undoPreview({ id: batch.id }))
    }
  }
  await askAbout(one, other)
  await ask(client.duplicates.compare({ one, other }))
  const { batchId } = await ask(resultOf(client.roster.commit({ id })))
  await ask(client.roster.imports(page))
  await ask(client.roster.importRecord({ id }))
  await ask(client.lists.edit({ memberIds: [one, other], fields: { nativePlace: '北江市' } }))
  const after = await client.members.get({ id: one })
  await ask(client.members.update({ id: one, version: after.version, fields: { phone: secrets.phone }, custom: [] }))
  await askAbout(one, other)
  const undone = await ask(client.batches.undo({ id: batchId }))
  expect(undone.kept.total).toBeGreaterThan(0)
  await ask(client.batches.kept({ ...page, id: undone.batchId }))
  await ask(client.duplicates.merge({ into: one, from: other, take: ['idNumber', 'phone'] }))
  await askAbout(one)
  const said = JSON.stringify([answers, accessQueries(db).events.all({ limit: 100, offset: 0 })])
  expect(said).toContain('110105********002X')
  expect(said).toContain('138****5678')
  // Of a masked date not even a part is told.
  expect(said).not.toMatch(/19\*+17/)
  for (const [name, secret] of Object.entries(secrets)) {
    const at = said.indexOf(secret)
    expect(at === -1 ? null : said.slice(Math.max(at - 300, 0), at + 60), name).toBeNull()
  }
})
