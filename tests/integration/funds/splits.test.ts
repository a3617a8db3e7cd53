import { createRouterClient } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import { batches } from '../../../electron/backend/batches'
import { funds } from '../../../electron/backend/funds'
import { splitPresets } from '../../../shared/codes/funds'
import { daySchema } from '../../../shared/model/date'
import { OWN_SHARE_FLOOR, splitProblems } from '../../../shared/rules/funds/split'
import { openTestBranch } from '../../fixtures/branch'
import { testHost } from '../../fixtures/host'

const rule = {
  region: '浙江',
  validFrom: daySchema.parse('2025-01-01'),
  validUntil: null,
  shares: [
    { level: '本会', share: 6000 },
    { level: '市总', share: 3500 },
    { level: '全总', share: 500 },
  ],
  ownLevel: '本会',
  source: '省总文件',
}

describe('the shares of the 2 %', () => {
  it('are kept, and taken away as a batch that can be undone', async () => {
    using branch = openTestBranch()
    const context = { context: { session: { db: branch.db }, host: testHost().client } }
    const { splits } = createRouterClient(funds, context)
    const later = await splits.add({ ...rule, validFrom: daySchema.parse('2026-01-01') })
    const { id } = await splits.add(rule)
    expect(await splits.list()).toEqual([later, { ...rule, id }])
    const { batchId } = await splits.remove({ id })
    expect(await splits.list()).toEqual([later])
    await createRouterClient(batches, context).undo({ id: batchId })
    expect(await splits.list()).toEqual([later, { ...rule, id }])
  })

  it('are refused where they are not the whole', async () => {
    using branch = openTestBranch()
    const { splits } = createRouterClient(funds, {
      context: { session: { db: branch.db }, host: testHost().client },
    })
    await expect(splits.add({ ...rule, shares: rule.shares.slice(0, 2) })).rejects.toMatchObject({
      code: 'SPLIT_INVALID',
    })
    expect(await splits.list()).toEqual([])
  })

  it.each(splitPresets)('of the usual rule $key are sound', (preset) => {
    expect(splitProblems({ ...rule, ...preset })).toEqual(new Set())
    const own = preset.shares.find(({ level }) => level === preset.ownLevel)?.share
    expect(own).toBeGreaterThanOrEqual(OWN_SHARE_FLOOR)
    expect(preset.source).not.toBeNull()
  })
})
