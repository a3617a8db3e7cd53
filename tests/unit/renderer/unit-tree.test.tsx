import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { UnitTree } from '../../../renderer/features/organisation/UnitTree'
import type { Place } from '../../../renderer/features/organisation/tree-rows'
import { startI18n } from '../../../renderer/i18n'
import { unitTreeSchema } from '../../../shared/contract/organisation'
import { newId, unitIdSchema } from '../../../shared/model/id'

const one = newId(unitIdSchema)
const unit = { aliases: [], position: 0, foundedOn: null, closedOn: null, kept: 1, officers: [] }
const tree = unitTreeSchema.parse({
  units: [
    { ...unit, id: one, parentId: null, kind: 'branch', name: '一车间', active: 8 },
    { ...unit, id: newId(unitIdSchema), parentId: one, kind: 'group', name: '第一小组', active: 3 },
    { ...unit, id: newId(unitIdSchema), parentId: null, kind: 'branch', name: '旧车间', active: 0, closedOn: '2020' },
  ],
  branch: { active: 8, kept: 2, officers: [] },
  unplaced: { active: 0, kept: 0 },
})

function Tree() {
  const [selected, setSelected] = useState<Place>('whole')
  return <UnitTree tree={tree} selected={selected} onSelect={setSelected} />
}

const names = () => screen.getAllByRole('treeitem').map(({ textContent }) => textContent)
const selected = () => screen.getByRole('treeitem', { selected: true })
const press = (key: string) => fireEvent.keyDown(screen.getByRole('tree'), { key })

beforeAll(async () => {
  await startI18n('zh-CN')
  HTMLElement.prototype.scrollIntoView = () => undefined
})
afterEach(cleanup)

describe('the tree of units', () => {
  it('shows how many people belong to each, and which were closed', () => {
    render(<Tree />)
    expect(names()).toEqual(['全体10', '一车间9', '第一小组4', '旧车间 2020 停用1'])
  })

  it('is gone through by the arrow keys and says where they are', () => {
    render(<Tree />)
    press('ArrowDown')
    press('ArrowDown')
    expect(selected().textContent).toBe('第一小组4')
    expect(screen.getByRole('tree').getAttribute('aria-activedescendant')).toBe(selected().id)
    press('ArrowLeft')
    expect(selected().getAttribute('aria-expanded')).toBe('true')
    press('ArrowLeft')
    expect(selected().getAttribute('aria-expanded')).toBe('false')
    expect(names()).toEqual(['全体10', '一车间9', '旧车间 2020 停用1'])
    press('ArrowRight')
    expect(names()).toHaveLength(4)
  })

  it('is chosen from by a press', () => {
    render(<Tree />)
    fireEvent.click(screen.getByText('第一小组'))
    expect(selected().textContent).toBe('第一小组4')
  })
})
