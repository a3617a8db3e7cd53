import { SearchOutlined } from '@ant-design/icons'
import { Button, Checkbox, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { monthSchema, type Month } from '../../../../shared/model/date'
import { budgetCategories, chartOn } from '../../../../shared/rules/funds/chart'
import { daysOfYear } from '../../../../shared/rules/funds/year'
import { MoneyInput } from '../../../components/MoneyInput'
import panel from '../../../components/panel.module.css'
import { SEARCH_BOX_ID } from '../../../components/search-box'
import { useDates } from '../../../components/use-dates'
import { useCodeLabel } from '../../../i18n/use-code-label'
import styles from '../funds.module.css'
import type { useBookFilter } from './use-book-filter'

const monthsOf = (year: string): Month[] =>
  Array.from({ length: 12 }, (_, index) => monthSchema.parse(`${year}-${String(index + 1).padStart(2, '0')}`))

/** Narrows the book by month, category, amount and text. */
export function BookFilters({ book }: { readonly book: ReturnType<typeof useBookFilter> }) {
  const { t } = useTranslation('funds')
  const codeLabel = useCodeLabel()
  const dates = useDates()
  const { filter, typed, type, narrow, isNarrowed, clear } = book
  const chart = chartOn(daysOfYear(filter.year).from)
  const offered = (['income', 'spending'] as const).map((direction) => ({
    label: t(`direction.${direction}`),
    options: budgetCategories(chart, filter.account, direction).map(({ term }) => ({
      value: term,
      label: codeLabel(term),
    })),
  }))
  return (
    <div className={panel.bar} role="group" aria-label={t('filter.label')}>
      <Input
        id={SEARCH_BOX_ID}
        className={panel.search ?? ''}
        aria-label={t('filter.search')}
        placeholder={t('filter.searchHint')}
        prefix={<SearchOutlined />}
        allowClear
        maxLength={60}
        value={typed.search}
        onChange={({ target }) => type({ search: target.value })}
      />
      <Select
        className={panel.month ?? ''}
        aria-label={t('filter.month')}
        placeholder={t('filter.month')}
        allowClear
        value={filter.month}
        onChange={(month: Month | undefined) => narrow({ month })}
        options={monthsOf(filter.year).map((value) => ({ value, label: dates.month(value) }))}
      />
      <Select
        className={styles.category ?? ''}
        aria-label={t('book.category')}
        placeholder={t('book.category')}
        allowClear
        value={filter.category}
        onChange={(category: string | undefined) => narrow({ category, subcategory: undefined, direction: undefined })}
        options={offered}
      />
      <span className={styles.amounts}>
        <MoneyInput aria-label={t('filter.least')} value={typed.least} onChange={(least) => type({ least })} />
        <span aria-hidden="true">{t('filter.to')}</span>
        <MoneyInput aria-label={t('filter.most')} value={typed.most} onChange={(most) => type({ most })} />
      </span>
      <Checkbox
        checked={filter.isWithoutAttachment}
        onChange={({ target }) => narrow({ lacking: target.checked ? 'attachment' : undefined })}
      >
        {t('filter.lacking')}
      </Checkbox>
      {isNarrowed && (
        <Button type="link" onClick={clear}>
          {t('filter.clear')}
        </Button>
      )}
    </div>
  )
}
