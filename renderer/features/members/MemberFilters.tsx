import { SearchOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { membershipStatusSchema } from '../../../shared/model/membership'
import { api } from '../../client'
import { SEARCH_BOX_ID } from '../../components/search-box'
import styles from './MemberListPage.module.css'
import type { useListState } from './use-list-state'

/** Asked for by Ctrl+F on a page without a search box of its own. */
function wantsSearch(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'focusSearch' in state
}

/** Search and filters of the member list. */
export function MemberFilters({ list }: { readonly list: ReturnType<typeof useListState> }) {
  const { t } = useTranslation(['members', 'fields'])
  const location = useLocation()
  const facets = useQuery(api.members.facets.queryOptions())
  const counts = new Map(facets.data?.statuses.map(({ value, count }) => [value, count]))
  return (
    <div className={styles.filters} role="search">
      <Input
        id={SEARCH_BOX_ID}
        className={styles.search ?? ''}
        aria-label={t('search')}
        placeholder={t('searchPlaceholder')}
        prefix={<SearchOutlined />}
        allowClear
        autoFocus={wantsSearch(location.state)}
        maxLength={60}
        value={list.filter.search}
        onChange={(event) => list.setSearch(event.target.value)}
      />
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
