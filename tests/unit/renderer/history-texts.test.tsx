import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ChangeList } from '../../../renderer/features/members/ChangeList'
import { startI18n } from '../../../renderer/i18n'

beforeAll(() => startI18n('zh-CN'))
afterEach(cleanup)

const shown = () => screen.getAllByRole('definition').map(({ textContent }) => textContent)

describe('changes of the ledger in a history', () => {
  it('names the class and the items of pay of a basis', () => {
    render(
      <ChangeList
        table="dues_basis"
        changes={[
          { field: 'memberClass', before: null, after: 'probation' },
          { field: 'pay', before: '{"scale":20000}', after: '{"scale":30000,"post":411000}' },
        ]}
      />,
    )
    expect(shown()).toEqual(['试用期会员', '薪级工资 ¥200.00 → 岗位工资 ¥4,110.00；薪级工资 ¥300.00'])
  })

  it('writes what a member received as money, with what it was for', () => {
    render(
      <ChangeList
        table="fund_share"
        changes={[
          { field: 'item', before: null, after: 'birthday' },
          { field: 'amount', before: null, after: '30000' },
        ]}
      />,
    )
    expect(shown()).toEqual(['生日慰问', '¥300.00'])
  })
})
