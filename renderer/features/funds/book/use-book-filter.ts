import { useState } from 'react'
import { useSearchParams } from 'react-router'
import type { BookFilter } from '../../../../shared/contract/funds/book'
import { monthSchema } from '../../../../shared/model/date'
import { fundDirectionSchema } from '../../../../shared/model/fund'
import { parseYuan } from '../../../components/yuan'
import { useFundYear } from '../use-fund-year'

/** What narrows the book stands in its address, so that other pages can open it narrowed. */
type AddressFilter = Readonly<
  Partial<Record<'month' | 'direction' | 'category' | 'subcategory' | 'lacking', string | undefined>>
>

/** Which lines of the book are looked at. */
export function useBookFilter() {
  const { account, year } = useFundYear()
  const [params, setParams] = useSearchParams()
  const [typed, setTyped] = useState({ search: '', least: '', most: '' })
  const month = monthSchema.nullable().catch(null).parse(params.get('month'))
  const filter: BookFilter = {
    account,
    year,
    // A month of another year than the chosen one is none.
    month: month?.startsWith(year) === true ? month : null,
    direction: fundDirectionSchema.nullable().catch(null).parse(params.get('direction')),
    category: params.get('category'),
    subcategory: params.get('subcategory'),
    activityId: null,
    least: parseYuan(typed.least),
    most: parseYuan(typed.most),
    isWithoutAttachment: params.get('lacking') === 'attachment',
    search: typed.search,
  }

  function narrow(changes: AddressFilter) {
    setParams(
      (before) => {
        const after = new URLSearchParams(before)
        for (const [name, value] of Object.entries(changes)) {
          if (value === undefined) after.delete(name)
          else after.set(name, value)
        }
        return after
      },
      { replace: true },
    )
  }

  return {
    filter,
    typed,
    type: (changes: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...changes })),
    narrow,
    isNarrowed:
      filter.month !== null ||
      filter.direction !== null ||
      filter.category !== null ||
      filter.isWithoutAttachment ||
      Object.values(typed).some((text) => text.trim() !== ''),
    clear: () => {
      setTyped({ search: '', least: '', most: '' })
      narrow({
        month: undefined,
        direction: undefined,
        category: undefined,
        subcategory: undefined,
        lacking: undefined,
      })
    },
  }
}
