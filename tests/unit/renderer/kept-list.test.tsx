import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { KeptList } from '../../../renderer/features/batches/KeptList'
import { startI18n } from '../../../renderer/i18n'
import { keptItemSchema } from '../../../shared/contract/batches'

const item = (given: object) =>
  keptItemSchema.parse({
    table: 'member',
    memberId: null,
    name: '张三',
    reason: 'edited',
    field: null,
    written: null,
    current: null,
    usedBy: null,
    ...given,
  })

beforeAll(() => startI18n('zh-CN'))
afterEach(cleanup)

describe('the list of what an undo keeps', () => {
  it('says whose it is and why, and how many more there are', () => {
    render(
      <KeptList
        total={107}
        rows={[
          item({ field: 'phone', written: '138****5670', current: null }),
          item({ reason: 'editedRecord', field: 'gender', current: '女' }),
          item({ reason: 'inUse', usedBy: 'dues_entry' }),
          item({ reason: 'inUse', usedBy: 'member_photo' }),
          item({ reason: 'gone' }),
          item({ reason: 'reversed', table: 'dues_entry' }),
        ]}
      />,
    )
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      '张三 联系电话：当时写入“138****5670”，后来改成“未填写”，保留后来的',
      '张三 后来改过性别（现在是“女”），所以整条记录保留',
      '张三 后来有了会费账目，这条记录保留',
      '张三 后来有了照片，这条记录保留',
      '张三 会员资料后来已经删除，没有可撤销的',
      '张三 这笔已经单独冲销过，不再冲销',
      '另有 101 处，撤销后可以在操作记录里查看',
    ])
  })
})
