import { SearchOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Input, Select, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { careKindSchema, type CareKind } from '../../../../shared/model/care-gift'
import type { Month } from '../../../../shared/model/date'
import { monthsOfYear } from '../../../../shared/rules/dues/register'
import { api } from '../../../client'
import panel from '../../../components/panel.module.css'
import { SEARCH_BOX_ID } from '../../../components/search-box'
import { useDates } from '../../../components/use-dates'
import styles from './gifts.module.css'
import type { useGiftFilter } from './use-gift-filter'

/** Narrows the register by year, kind, month, department and what is still to do. */
export function GiftFilters({ list }: { readonly list: ReturnType<typeof useGiftFilter> }) {
  const { t } = useTranslation(['gifts', 'funds', 'fields'])
  const dates = useDates()
  const { filter, setSearch, narrow, isNarrowed, clear } = list
  const years = useQuery(api.care.gifts.years.queryOptions())
  const facets = useQuery(api.members.facets.queryOptions())
  const offered = years.data ?? []
  return (
    <div className={panel.bar} role="group" aria-label={t('funds:filter.label')}>
      <Select
        aria-label={t('funds:year.label')}
        value={filter.year}
        onChange={(year) => narrow({ year, month: undefined, batch: undefined })}
        options={(offered.includes(filter.year) ? offered : [filter.year, ...offered]).map((value) => ({
          value,
          label: t('funds:year.of', { year: value }),
        }))}
      />
      <Input
        id={SEARCH_BOX_ID}
        className={panel.search ?? ''}
        aria-label={t('search')}
        placeholder={t('search')}
        prefix={<SearchOutlined />}
        allowClear
        maxLength={60}
        value={filter.search}
        onChange={({ target }) => setSearch(target.value)}
      />
      <Select
        className={styles.kind ?? ''}
        aria-label={t('kind')}
        placeholder={t('kind')}
        allowClear
        value={filter.kind}
        onChange={(kind: CareKind | undefined) => narrow({ kind })}
        options={careKindSchema.options.map((value) => ({ value, label: t(`funds:limitItem.${value}`) }))}
      />
      <Select
        className={panel.month ?? ''}
        aria-label={t('funds:filter.month')}
        placeholder={t('funds:filter.month')}
        allowClear
        value={filter.month}
        onChange={(month: Month | undefined) => narrow({ month })}
        options={monthsOfYear(filter.year).map((value) => ({ value, label: dates.month(value) }))}
      />
      <Select
        className={styles.department ?? ''}
        aria-label={t('fields:member.department')}
        placeholder={t('fields:member.department')}
        allowClear
        showSearch
        value={filter.department}
        onChange={(department: string | undefined) => narrow({ department })}
        options={(facets.data?.departments ?? []).map(({ value }) => ({ value, label: value }))}
      />
      <Checkbox
        checked={filter.isUnsigned}
        onChange={({ target }) => narrow({ unsigned: target.checked ? '1' : undefined })}
      >
        {t('unsignedOnly')}
      </Checkbox>
      <Checkbox
        checked={filter.isUnbooked}
        onChange={({ target }) => narrow({ unbooked: target.checked ? '1' : undefined })}
      >
        {t('unbookedOnly')}
      </Checkbox>
      {filter.batchId !== null && (
        <Tag closable onClose={() => narrow({ batch: undefined })}>
          {t('ofBatch')}
        </Tag>
      )}
      {isNarrowed && (
        <Button type="link" onClick={clear}>
          {t('funds:filter.clear')}
        </Button>
      )}
    </div>
  )
}
