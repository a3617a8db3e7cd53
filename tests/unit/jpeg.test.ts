import { expect, it } from 'vitest'
import { jpegSize } from '../../shared/rules/jpeg'
import { jpegOf } from '../fixtures/jpeg'

const bytes = (base64: string) => Uint8Array.from(Buffer.from(base64, 'base64'))

it('reads the size of a JPEG behind other segments', () => {
  expect(jpegSize(bytes(jpegOf(480, 640, 150_000)))).toEqual({ width: 480, height: 640 })
})

it.each([
  ['nothing', new Uint8Array()],
  ['a PNG', Uint8Array.from(Buffer.from('\x89PNG\r\n\x1a\n and more than twenty bytes', 'latin1'))],
  ['a JPEG cut off', bytes(jpegOf(480, 640)).slice(0, -2)],
  ['a JPEG without a frame', Uint8Array.from([0xff, 0xd8, ...Array.from({ length: 30 }, () => 0), 0xff, 0xd9])],
  [
    'a segment of no length',
    Uint8Array.from([0xff, 0xd8, 0xff, 0xfe, 0, 0, ...Array.from({ length: 30 }, () => 0xff), 0xff, 0xd9]),
  ],
])('knows no size of %s', (_what, content) => {
  expect(jpegSize(content)).toBeNull()
})
