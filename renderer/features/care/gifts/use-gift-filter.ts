import { useState } from 'react'
import { useSearchParams } from 'react-router'
import type { GiftFilter } from '../../../../shared/contract/care/gifts'
import { careKindSchema } from '../../../../shared/model/care-gift'
import { monthSchema } from '../../../../shared/model/date'
import { batchIdSchema } from '../../../../shared/model/id'
import { dayOf } from '../../../../shared/rules/date'

type Narrowed = Readonly<
  Partial<Record<'year' | 'kind' | 'month' | 'department' | 'unsigned' | 'unbooked' | 'batch', string | undefined>>
>

/** The filter that the address of a page holds. */
export function filterOf(params: URLSearchParams): Omit<GiftFilter, 'search'> {
  const given = params.get('year')
  const year = given !== null && /^\d{4}$/.test(given) ? given : dayOf(new Date()).slice(0, 4)
  const month = monthSchema.nullable().catch(null).parse(params.get('month'))
  return {
    year,
    kind: careKindSchema.nullable().catch(null).parse(params.get('kind')),
    // A month of another year than the chosen one is none.
    month: month?.startsWith(year) === true ? month : null,
    department: params.get('department'),
    isUnsigned: params.has('unsigned'),
    isUnbooked: params.has('unbooked'),
    batchId: batchIdSchema.nullable().catch(null).parse(params.get('batch')),
  }
}

/** Which lines of the register are looked at; what narrows them stands in the address, so that other pages can open it so. */
export function useGiftFilter() {
  const [params, setParams] = useSearchParams()
  const [search, setSearch] = useState('')
  const filter: GiftFilter = { ...filterOf(params), search }

  function narrow(changes: Narrowed) {
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

  const { kind, month, department, isUnsigned, isUnbooked, batchId } = filter
  return {
    filter,
    setSearch,
    narrow,
    isNarrowed:
      [kind, month, department, batchId].some((value) => value !== null) ||
      isUnsigned ||
      isUnbooked ||
      search.trim() !== '',
    clear: () => {
      setSearch('')
      narrow({
        kind: undefined,
        month: undefined,
        department: undefined,
        unsigned: undefined,
        unbooked: undefined,
        batch: undefined,
      })
    },
  }
}
