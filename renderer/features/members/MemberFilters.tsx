import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { membershipStatusSchema } from '../../../shared/model/membership'
import { api } from '../../client'
import styles from './MemberListPage.module.css'
import { MemberSearch } from './MemberSearch'
import type { useListState } from './use-list-state'

/** Search and filters of the member list. */
export function MemberFilters({ list }: { readonly list: ReturnType<typeof useListState> }) {
  const { t } = useTranslation(['members', 'fields'])
  const facets = useQuery(api.members.facets.queryOptions())
  const counts = new Map(facets.data?.statuses.map(({ value, count }) => [value, count]))
  return (
    <div className={styles.filters} role="search">
      <MemberSearch search={list.filter.search} onSearch={list.setSearch} />
      <Select
        mode="multiple"
        className={styles.choice ?? ''}
        aria-label={t('fields:member.status')}
        placeholder={t('anyStatus')}
        maxTagCount="responsive"
        value={list.filter.statuses}
        onChange={list.setStatuses}
        options={membershipStatusSchema.options.map((value) => ({
          value,
          label: `${t(`fields:status.${value}`)} ${counts.get(value) ?? 0}`,
        }))}
      />
      <Select
        mode="multiple"
        className={styles.choice ?? ''}
        aria-label={t('fields:member.department')}
        placeholder={t('anyDepartment')}
        maxTagCount="responsive"
        value={list.filter.departments}
        onChange={list.setDepartments}
        options={(facets.data?.departments ?? []).map(({ value, count }) => ({ value, label: `${value} ${count}` }))}
      />
      {list.isFiltered && <Button onClick={list.clearFilter}>{t('clearFilter')}</Button>}
    </div>
  )
}
