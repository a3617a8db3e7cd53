import { Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { fundAccountSchema, type FundAccount } from '../../../shared/model/fund'
import { useFundYear } from './use-fund-year'

interface AccountYearProps {
  /** The years that can be chosen, latest first. */
  readonly years: readonly string[]
}

/** Chooses the account and the year. */
export function AccountYear({ years }: AccountYearProps) {
  const { t } = useTranslation('funds')
  const { account, year, choose } = useFundYear()
  const offered = years.includes(year) ? years : [year, ...years].sort().reverse()
  return (
    <>
      <Segmented<FundAccount>
        aria-label={t('account.label')}
        value={account}
        onChange={(chosen) => choose({ account: chosen })}
        options={fundAccountSchema.options.toReversed().map((value) => ({ value, label: t(`account.${value}`) }))}
      />
      <Select
        aria-label={t('year.label')}
        value={year}
        onChange={(chosen) => choose({ year: chosen })}
        options={offered.map((value) => ({ value, label: t('year.of', { year: value }) }))}
      />
    </>
  )
}
