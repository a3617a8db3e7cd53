import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { FundAccount } from '../../../../shared/model/fund'
import { fenSchema } from '../../../../shared/model/money'
import type { BudgetCategory } from '../../../../shared/rules/funds/budget'
import { BarPicture } from '../../../components/charts/BarPicture'
import { useCodeLabel } from '../../../i18n/use-code-label'
import { bookPath } from './book-path'

interface BudgetPictureProps {
  readonly account: FundAccount
  readonly year: string
  readonly categories: readonly BudgetCategory[]
}

const NOTHING = fenSchema.parse(0)

/** What was spent against what was planned, category by category; each bar opens the entries. */
export function BudgetPicture({ account, year, categories }: BudgetPictureProps) {
  const { t } = useTranslation('funds')
  const codeLabel = useCodeLabel()
  const navigate = useNavigate()
  return (
    <BarPicture
      title={t('budget.picture', { year })}
      categories={categories.map(({ whole }) => codeLabel(whole.category))}
      series={[
        { name: t('budget.planned'), tone: 'expected', amounts: categories.map(({ planned }) => planned ?? NOTHING) },
        { name: t('budget.actual'), tone: 'actual', amounts: categories.map(({ whole }) => whole.actual) },
      ]}
      onOpen={(index) => {
        const category = categories[index]
        if (category !== undefined) void navigate(bookPath(account, year, category.whole))
      }}
    />
  )
}
