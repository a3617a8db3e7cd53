import { useSearchParams } from 'react-router'
import { fundAccountSchema, type FundAccount } from '../../../shared/model/fund'
import { dayOf } from '../../../shared/rules/date'

const isYear = (text: string | null): text is string => text !== null && /^\d{4}$/.test(text)

/** The account and year that the page looks at; both stand in its address, so that they stay from tab to tab. */
export function useFundYear() {
  const [params, setParams] = useSearchParams()
  const account = fundAccountSchema.catch('funds').parse(params.get('account'))
  const given = params.get('year')
  const year = isYear(given) ? given : dayOf(new Date()).slice(0, 4)
  return {
    account,
    year,
    choose: (changes: { readonly account?: FundAccount; readonly year?: string }) =>
      setParams((before) => ({ ...Object.fromEntries(before), ...changes }), { replace: true }),
  }
}
