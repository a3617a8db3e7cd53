import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { generateKeyPairSync } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { newId, incarnationSchema } from '../../shared/model/id'
import { FILE_MAX_BYTES, invitationSchema, PART_MAX_BYTES, reportHeaderSchema } from '../../shared/sync/file'
import {
  checkNumber,
  isWholeInvitation,
  openFile,
  sealedFile,
  signInvitation,
  type Seal,
} from '../../shared/sync/file-codec'

function keyPair() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519', {
    privateKeyEncoding: { format: 'der', type: 'pkcs8' },
    publicKeyEncoding: { format: 'der', type: 'spki' },
  })
  return { privateKey: privateKey.toString('base64'), publicKey: publicKey.toString('base64') }
}

const author = keyPair()
let identity = ''
let seal: Seal
beforeAll(async () => {
  identity = await generateX25519Identity()
  seal = { kind: 'report', recipient: await identityToRecipient(identity), privateKey: author.privateKey }
})

async function fileOf(parts: readonly unknown[], changed: Partial<Seal> = {}): Promise<Blob> {
  return new Response(await sealedFile({ ...seal, ...changed }, parts)).blob()
}

async function bytesOf(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.arrayBuffer())
}

const problem = (name: string): unknown => expect.objectContaining({ problem: name })

async function all(parts: AsyncGenerator): Promise<unknown[]> {
  const found = []
  for await (const part of parts) found.push(part)
  return found
}

describe('a sealed file', () => {
  it('gives back its header and parts, as often as they are asked for, and tells who signed it', async () => {
    const file = await fileOf([{ number: 1 }, { name: '张伟' }, { text: 'x'.repeat(300_000) }])
    const opened = await openFile(file, 'report', identity)
    expect(opened.header).toEqual({ number: 1 })
    expect(await all(opened.parts())).toEqual([{ name: '张伟' }, { text: 'x'.repeat(300_000) }])
    expect(await all(opened.parts())).toHaveLength(2)
    expect(await opened.isSignedBy(author.publicKey)).toBe(true)
    expect(await opened.isSignedBy(keyPair().publicKey)).toBe(false)
    expect(await opened.isSignedBy('AAAA')).toBe(false)
  })

  it('shows nothing of what it holds, but what it is and by which format', async () => {
    const file = await fileOf([{ name: '张伟' }])
    const text = Buffer.from(await bytesOf(file)).toString('latin1')
    expect(text).toMatch(/^age-encryption\.org\/v1\n-> X25519 \S+\n\S+\n-> gonghui-file report 1\n\n--- /)
    expect(text).not.toContain(Buffer.from('张伟').toString('latin1'))
  })

  it('is not to be opened with another key', async () => {
    const file = await fileOf([{}])
    await expect(openFile(file, 'report', await generateX25519Identity())).rejects.toEqual(problem('FOREIGN'))
  })

  it('is told from the other kind, from newer formats and from anything else', async () => {
    const file = await fileOf([{}])
    await expect(openFile(file, 'answer', identity)).rejects.toEqual(problem('OTHER_KIND'))
    const text = Buffer.from(await bytesOf(file))
      .toString('latin1')
      .replace('gonghui-file report 1', 'gonghui-file report 2')
    const newer = new Blob([Buffer.from(text, 'latin1')])
    await expect(openFile(newer, 'report', identity)).rejects.toEqual(problem('NEWER'))
    const plain = text.replace('gonghui-file report 2', 'other 2')
    await expect(openFile(new Blob([Buffer.from(plain, 'latin1')]), 'report', identity)).rejects.toEqual(
      problem('NOT_OURS'),
    )
    await expect(openFile(new Blob(['姓名,电话']), 'report', identity)).rejects.toEqual(problem('NOT_OURS'))
    await expect(openFile(new Blob([]), 'report', identity)).rejects.toEqual(problem('NOT_OURS'))
  })

  it('is refused when it was cut anywhere or a byte of it is another', async () => {
    const file = await fileOf([{ number: 1 }, { text: 'abc'.repeat(100) }])
    const bytes = await bytesOf(file)
    for (let cut = 30; cut < bytes.length; cut += 7) {
      await expect(openFile(new Blob([bytes.subarray(0, cut)]), 'report', identity)).rejects.toEqual(problem('DAMAGED'))
    }
    const body = Buffer.from(bytes).indexOf('\n--- ') + 5
    for (let place = body; place < bytes.length; place += 11) {
      const changed = bytes.slice()
      changed[place] = (changed[place] ?? 0) ^ 1
      await expect(openFile(new Blob([changed]), 'report', identity)).rejects.toEqual(problem('DAMAGED'))
    }
    const longer = new Blob([bytes, 'x'])
    await expect(openFile(longer, 'report', identity)).rejects.toEqual(problem('DAMAGED'))
  })

  it('is refused when it is too large, without being read', async () => {
    const huge = Object.defineProperty(new Blob(['x']), 'size', { value: FILE_MAX_BYTES + 1 })
    await expect(openFile(huge, 'report', identity)).rejects.toEqual(problem('TOO_LARGE'))
  })

  it('is refused when a part is larger than a request may be', async () => {
    const { randomBytes } = await import('node:crypto')
    const file = await fileOf([{}, { text: randomBytes(PART_MAX_BYTES).toString('base64') }])
    await expect(openFile(file, 'report', identity)).rejects.toEqual(problem('DAMAGED'))
  })
})

describe('a header', () => {
  it('needs a recipient that age knows', () => {
    const header = {
      hub: newId(incarnationSchema),
      organisation: newId(incarnationSchema),
      device: newId(incarnationSchema),
      incarnation: newId(incarnationSchema),
      earlier: [],
      number: 1,
      cursor: null,
      recipient: seal.recipient,
      enrolment: null,
      at: '2026-03-02T01:00:00.000Z',
    }
    expect(reportHeaderSchema.safeParse(header).success).toBe(true)
    expect(reportHeaderSchema.safeParse({ ...header, recipient: 'age1xyz' }).success).toBe(false)
    expect(reportHeaderSchema.safeParse({ ...header, number: 0 }).success).toBe(false)
  })
})

describe('an invitation', () => {
  it('is known to be whole by its signature', async () => {
    const id = newId(incarnationSchema)
    const invitation = invitationSchema.parse({
      format: 1,
      kind: 'invitation',
      hub: { id, incarnation: id, name: '云溪区总工会' },
      keys: { recipient: seal.recipient, key: author.publicKey },
      code: 'AAAA-BBBB-CCCC',
    })
    const signed = { ...invitation, signature: await signInvitation(invitation, author.privateKey) }
    expect(await isWholeInvitation(signed)).toBe(true)
    expect(await isWholeInvitation({ ...signed, code: 'AAAA-BBBB-CCCD' })).toBe(false)
    expect(await isWholeInvitation({ ...signed, signature: 'AAAA' })).toBe(false)
  })

  it('has a check number that is read out in groups', async () => {
    expect(await checkNumber(author.publicKey)).toMatch(/^\d{4} \d{4} \d{4} \d{4}$/)
    expect(await checkNumber(author.publicKey)).toBe(await checkNumber(author.publicKey))
  })
})
