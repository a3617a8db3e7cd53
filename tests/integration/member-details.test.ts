import { createRouterClient } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import { accessQueries } from '../../db/queries/access'
import { batches } from '../../electron/backend/batches'
import { members } from '../../electron/backend/members'
import type { MemberId } from '../../shared/model/id'
import { detailKindSchema, detailSchema, type Detail } from '../../shared/model/member-detail'
import { insertMember, openTestBranch } from '../fixtures/branch'
import { testHost } from '../fixtures/host'
import { jpegOf } from '../fixtures/jpeg'

function open() {
  const branch = openTestBranch()
  const { db } = branch
  const context = { session: { db }, host: testHost().client }
  const client = createRouterClient(members, { context })
  return {
    db,
    client,
    batches: createRouterClient(batches, { context }),
    memberId: db.write(() => insertMember(db, { name: '张伟', idNumber: '11010519491231002X', phone: '13812345678' })),
    log: () => accessQueries(db).events.all({ limit: 20, offset: 0 }),
    [Symbol.dispose]: () => branch[Symbol.dispose](),
  }
}

const permit = '810000199403220019'
const passport = 'E12345678'
const relativeId = '11010119900307803X'
const relativePhone = '13900001111'

const permitOf = (fields: Record<string, unknown> = {}) =>
  detailSchema.parse({
    kind: 'identityDocument',
    fields: { type: '港澳居民居住证', number: permit, validFrom: '2024-05-01', validTo: null, note: null, ...fields },
  })
const wife = detailSchema.parse({
  kind: 'relative',
  fields: {
    relation: '配偶',
    name: '李静',
    birthDate: '1990-03',
    idNumber: null,
    phone: relativePhone,
    employer: null,
    politicalStatus: '群众',
    isEmergencyContact: true,
    note: null,
  },
})
const medal = detailSchema.parse({
  kind: 'honour',
  fields: {
    title: '五一劳动奖章',
    level: '省部级',
    awardedOn: '2021-05',
    awardedBy: null,
    documentNumber: null,
    note: null,
  },
})

async function withDetails(branch: ReturnType<typeof open>, memberId: MemberId, details: readonly Detail[]) {
  for (const detail of details) await branch.client.details.add({ memberId, detail })
  return branch.client.details.list({ memberId })
}

describe('the details of a member', () => {
  it('are added, changed field by field and removed, and the removal is undone', async () => {
    using branch = open()
    const { client, memberId } = branch
    const [relative] = (await withDetails(branch, memberId, [permitOf(), wife, medal])).relative
    expect(relative).toMatchObject({ name: '李静', relation: '配偶', isEmergencyContact: true, birthDate: '1990-03' })
    if (relative === undefined) return
    const changed = await client.details.update({
      id: relative.id,
      version: relative.version,
      detail: { kind: 'relative', fields: { employer: '云溪医院', isEmergencyContact: false } },
    })
    expect(changed.relative).toMatchObject([{ name: '李静', employer: '云溪医院', isEmergencyContact: false }])
    const [again] = changed.relative
    const { batchId } = await client.details.remove({
      kind: 'relative',
      id: relative.id,
      version: again?.version ?? relative.version,
    })
    expect((await client.details.list({ memberId })).relative).toEqual([])
    expect((await branch.batches.list({ offset: 0, limit: 1 })).rows).toMatchObject([{ title: '张伟：李静' }])
    expect(await branch.batches.undo({ id: batchId })).toMatchObject({ undone: 1 })
    expect((await client.details.list({ memberId })).relative).toMatchObject([{ name: '李静', employer: '云溪医院' }])
  })

  it('refuse a change based on a version that is not the last one', async () => {
    using branch = open()
    const [honour] = (await withDetails(branch, branch.memberId, [medal])).honour
    if (honour === undefined) throw new Error('No honour')
    const update = (title: string) =>
      branch.client.details.update({
        id: honour.id,
        version: honour.version,
        detail: { kind: 'honour', fields: { title } },
      })
    await update('全国劳动模范')
    await expect(update('先进工作者')).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' })
    await expect(
      branch.client.details.remove({ kind: 'honour', id: honour.id, version: honour.version }),
    ).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' })
  })

  it('keep numbers in their normal form, refuse wrong ones and those of another member', async () => {
    using branch = open()
    const { client, db, memberId } = branch
    const { identityDocument } = await client.details.add({
      memberId,
      detail: permitOf({ number: ' 82000019810428006x ' }),
    })
    const [kept] = identityDocument
    expect(await client.details.reveal({ kind: 'identityDocument', id: kept?.id ?? '', field: 'number', reason: '' }))
      .toEqual({ value: '82000019810428006X' }) // prettier-ignore
    await expect(
      client.details.add({ memberId, detail: permitOf({ number: '810000199403220018' }) }),
    ).rejects.toMatchObject({ code: 'DETAIL_INVALID', data: { fields: ['number'] } })
    await expect(
      client.details.add({ memberId, detail: permitOf({ validFrom: '2024-05-01', validTo: '2019' }) }),
    ).rejects.toMatchObject({ code: 'DETAIL_INVALID', data: { fields: ['validTo'] } })
    const otherId = db.write(() => insertMember(db, { name: '李四', idNumber: permit }))
    await expect(client.details.add({ memberId, detail: permitOf() })).rejects.toMatchObject({
      code: 'ID_NUMBER_TAKEN',
      data: { memberId: otherId },
    })
  })

  it('leave the backend masked, also in the history, until a reveal that is logged', async () => {
    using branch = open()
    const { client, memberId } = branch
    const { id: fieldId } = await client.customFields.add({ name: '银行卡', kind: 'text', choices: [], isMasked: true })
    const { version } = await client.get({ id: memberId })
    const card = '6222020200112233445'
    const custom = [{ fieldId, value: card, version: null }]
    await client.update({ id: memberId, version, fields: {}, custom })
    const withId = { ...wife, fields: { ...wife.fields, idNumber: relativeId } }
    const details = await withDetails(branch, memberId, [
      permitOf(),
      permitOf({ type: '护照', number: passport }),
      detailSchema.parse(withId),
    ])
    const [relative] = details.relative
    if (relative === undefined) throw new Error('No relative')
    await client.details.update({
      id: relative.id,
      version: relative.version,
      detail: { kind: 'relative', fields: { phone: '13900002222' } },
    })
    await client.details.remove({
      kind: 'identityDocument',
      id: details.identityDocument[0]?.id ?? '',
      version: details.identityDocument[0]?.version ?? relative.version,
    })
    const seen = JSON.stringify([
      details,
      await client.get({ id: memberId }),
      await client.history({ id: memberId }),
      await client.details.list({ memberId }),
      await branch.batches.list({ offset: 0, limit: 9 }),
    ])
    for (const secret of [permit, passport, relativeId, relativePhone, '13900002222', card]) {
      expect(seen).not.toContain(secret)
    }
    expect(seen).toContain('810000********0019')
    expect(branch.log()).toEqual([])
    expect(
      await client.details.reveal({ kind: 'relative', id: relative.id, field: 'phone', reason: '联系家属' }),
    ).toEqual({ value: '13900002222' })
    expect(await client.customFields.reveal({ memberId, fieldId, reason: '发补贴' })).toEqual({ value: card })
    expect(branch.log()).toMatchObject([
      { kind: 'reveal', memberName: '张伟', subject: '银行卡', reason: '发补贴' },
      { kind: 'reveal', memberName: '张伟', subject: 'relative.phone', reason: '联系家属' },
    ])
  })

  it('stand in the history in words, newest first, also those removed', async () => {
    using branch = open()
    const { client, memberId } = branch
    const { honour } = await withDetails(branch, memberId, [wife, medal])
    await client.details.remove({
      kind: 'honour',
      id: honour[0]?.id ?? '',
      version: honour[0]?.version ?? (await client.get({ id: memberId })).version,
    })
    const history = await client.history({ id: memberId })
    expect(history.slice(0, 3).map(({ table, operation }) => `${table} ${operation}`)).toEqual([
      'honour delete',
      'honour insert',
      'relative insert',
    ])
    expect(history[2]?.changes).toContainEqual({ field: 'isEmergencyContact', before: null, after: '是' })
    expect(history[0]?.changes).toContainEqual({ field: 'title', before: '五一劳动奖章', after: null })
  })

  it('go with a member record made by mistake and come back with it, photo and all', async () => {
    using branch = open()
    const { client, memberId } = branch
    const { id: fieldId } = await client.customFields.add({
      name: '工装尺码',
      kind: 'text',
      choices: [],
      isMasked: false,
    })
    const { version } = await client.get({ id: memberId })
    await client.update({ id: memberId, version, fields: {}, custom: [{ fieldId, value: 'XL', version: null }] })
    const before = await withDetails(branch, memberId, [permitOf(), wife, medal])
    const content = jpegOf(300, 400)
    await client.photo.set({ memberId, content })
    const { batchId } = await client.remove({ id: memberId, reason: '重复' })
    for (const table of ['identity_document', 'relative', 'honour', 'custom_value']) {
      expect(branch.db.sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0)
    }
    await branch.batches.undo({ id: batchId })
    const after = await client.details.list({ memberId })
    const bare = (details: typeof before) =>
      detailKindSchema.options.map((kind) => details[kind].map(({ version: _version, ...row }) => row))
    expect(bare(after)).toEqual(bare(before))
    expect((await client.get({ id: memberId })).custom).toMatchObject([{ fieldId, value: 'XL' }])
    expect(await client.photo.get({ memberId })).toMatchObject({ content })
  })
})

describe('custom fields', () => {
  it('are kept in their order, renamed, retired and restored, and their values stay', async () => {
    using branch = open()
    const { client, memberId } = branch
    const size = await client.customFields.add({
      name: '工装尺码',
      kind: 'choice',
      choices: ['M', 'L', 'L'],
      isMasked: false,
    })
    const mutual = await client.customFields.add({ name: '互助会会员', kind: 'yesNo', choices: ['x'], isMasked: false })
    await expect(
      client.customFields.add({ name: '工装尺码', kind: 'text', choices: [], isMasked: false }),
    ).rejects.toMatchObject({ code: 'CUSTOM_FIELD_EXISTS' })
    await client.customFields.arrange({ ids: [mutual.id, size.id] })
    const { version } = await client.get({ id: memberId })
    await client.update({
      id: memberId,
      version,
      fields: {},
      custom: [{ fieldId: size.id, value: 'L', version: null }],
    })
    await client.customFields.update({ id: size.id, name: '工作服', choices: ['S', 'M'], isMasked: false })
    await client.customFields.setRetired({ id: mutual.id, isRetired: true })
    expect(await client.customFields.list()).toEqual([
      {
        id: mutual.id,
        name: '互助会会员',
        kind: 'yesNo',
        choices: [],
        isMasked: false,
        isRetired: true,
        valueCount: 0,
        codeList: null,
      },
      {
        id: size.id,
        name: '工作服',
        kind: 'choice',
        choices: ['S', 'M'],
        isMasked: false,
        isRetired: false,
        valueCount: 1,
        codeList: null,
      },
    ])
    // A choice that is offered no more stays where it was made; a field without a value is no longer shown.
    expect((await client.get({ id: memberId })).custom).toMatchObject([{ fieldId: size.id, value: 'L' }])
    expect((await client.history({ id: memberId }))[0]?.changes).toEqual([
      { field: '工作服', before: null, after: 'L' },
    ])
    await client.customFields.setRetired({ id: mutual.id, isRetired: false })
    expect((await client.get({ id: memberId })).custom).toHaveLength(2)
  })

  it('take values of their kind only, of a new member too, and know a value that moved on', async () => {
    using branch = open()
    const { client, memberId } = branch
    const { id: fieldId } = await client.customFields.add({
      name: '身高',
      kind: 'number',
      choices: [],
      isMasked: false,
    })
    const { version } = await client.get({ id: memberId })
    const set = (value: string | null, valueVersion: typeof version | null) =>
      client.update({ id: memberId, version, fields: {}, custom: [{ fieldId, value, version: valueVersion }] })
    await expect(set('很高', null)).rejects.toMatchObject({ code: 'DETAIL_INVALID', data: { fields: ['身高'] } })
    const [first] = (await set('1,75', null)).custom
    expect(first?.value).toBe('175')
    await expect(set('180', null)).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' })
    expect((await set(null, first?.version ?? null)).custom).toMatchObject([{ value: null, version: null }])
  })
})

describe('the photo of a member', () => {
  it('is kept, replaced and removed; what goes away is logged', async () => {
    using branch = open()
    const { client, memberId } = branch
    expect(await client.photo.get({ memberId })).toBeNull()
    await client.photo.set({ memberId, content: jpegOf(300, 400) })
    expect(branch.log()).toEqual([])
    const second = jpegOf(480, 640)
    await client.photo.set({ memberId, content: second })
    expect(await client.photo.get({ memberId })).toMatchObject({ content: second })
    await client.photo.remove({ memberId })
    await client.photo.remove({ memberId })
    expect(await client.photo.get({ memberId })).toBeNull()
    expect(branch.log()).toMatchObject([
      { kind: 'deletion', memberId, subject: 'photo' },
      { kind: 'deletion', memberId, subject: 'photo' },
    ])
  })

  it.each([
    ['larger than a form needs', jpegOf(481, 600)],
    ['no JPEG', Buffer.from('GIF89a and then some more bytes').toString('base64')],
    ['cut off', jpegOf(300, 400).slice(0, -8)],
    ['of too many bytes', jpegOf(300, 400, 210_000)],
  ])('is refused when it is %s', async (_case, content) => {
    using branch = open()
    await expect(branch.client.photo.set({ memberId: branch.memberId, content })).rejects.toMatchObject({
      code: 'PHOTO_INVALID',
    })
  })
})
