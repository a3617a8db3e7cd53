import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { readWorkbook } from '../../electron/backend/roster/reader'
import { daySchema } from '../../shared/model/date'
import { understandWorkbook } from '../../shared/rules/roster/workbook'
import { temporaryFolder } from '../fixtures/branch'
import { writeLargeRoster } from '../fixtures/large-roster'

it('a large roster is read to its last row, with every fault in it found and no other', async () => {
  using place = temporaryFolder()
  const file = path.join(place.folder, 'large.xlsx')
  const written = await writeLargeRoster(file, 3000)
  const { rows } = understandWorkbook(await readWorkbook(readFileSync(file)), null, daySchema.parse('2026-06-01'))
  const found: Record<string, number> = {}
  for (const { code } of rows.flatMap((row) => row.issues)) found[code] = (found[code] ?? 0) + 1
  expect(rows).toHaveLength(3000)
  expect(found).toEqual(written.issues)
  expect(Object.keys(found)).toHaveLength(11)
})
