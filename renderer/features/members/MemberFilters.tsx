import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Select, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { membershipStatusSchema } from '../../../shared/model/membership'
import { noticeStandingSchema } from '../../../shared/model/member-notice'
import { reportingSchema } from '../../../shared/model/reporting'
import { api } from '../../client'
import { useFederationState } from '../federation/use-federation-state'
import { ConditionsDialog } from '../lists/ConditionsDialog'
import { NamedLists } from '../lists/NamedLists'
import { useConditionText } from '../lists/use-condition-text'
import styles from './MemberListPage.module.css'
import { MemberSearch } from './MemberSearch'
import type { useListState } from './use-list-state'

interface MemberFiltersProps {
  readonly list: ReturnType<typeof useListState>
  /** How many members are shown; null until that is known. */
  readonly shown: number | null
}

/** Search and filters of the member list, and how many members they leave out. */
export function MemberFilters({ list, shown }: MemberFiltersProps) {
  const { t } = useTranslation(['members', 'fields', 'lists', 'reporting', 'passing'])
  const [choosing, setChoosing] = useState(false)
  const conditionText = useConditionText()
  const isEnrolled = useFederationState().data?.state === 'enrolled'
  const facets = useQuery(api.members.facets.queryOptions())
  const counts = new Map(facets.data?.statuses.map(({ value, count }) => [value, count]))
  const everybody = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const hidden = shown === null || facets.data === undefined ? 0 : everybody - shown
  const { conditions } = list.filter
  return (
    <>
      <div className={styles.filters} role="search">
        <MemberSearch search={list.filter.search} onSearch={list.setSearch} />
        <Select
          mode="multiple"
          className={styles.choice ?? ''}
          aria-label={t('fields:member.status')}
          placeholder={t('anyStatus')}
          maxTagCount="responsive"
          maxTagPlaceholder={(hidden) => `+${hidden.length}`}
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
          maxTagPlaceholder={(hidden) => `+${hidden.length}`}
          value={list.filter.departments}
          onChange={list.setDepartments}
          options={(facets.data?.departments ?? []).map(({ value, count }) => ({ value, label: `${value} ${count}` }))}
        />
        {isEnrolled && (
          <Select
            mode="multiple"
            className={styles.choice ?? ''}
            aria-label={t('reporting:title')}
            placeholder={t('reporting:any')}
            maxTagCount="responsive"
            maxTagPlaceholder={(hidden) => `+${hidden.length}`}
            value={list.filter.reporting}
            onChange={list.setReporting}
            options={reportingSchema.options.map((value) => ({ value, label: t(`reporting:reporting.${value}`) }))}
            popupRender={(menu) => (
              <>
                {menu}
                <Checkbox
                  className={styles.column ?? ''}
                  checked={list.showsReporting}
                  onChange={({ target }) => list.showReporting(target.checked)}
                >
                  {t('reporting:show')}
                </Checkbox>
              </>
            )}
          />
        )}
        <Select
          mode="multiple"
          className={styles.choice ?? ''}
          aria-label={t('passing:told')}
          placeholder={t('passing:any')}
          maxTagCount="responsive"
          maxTagPlaceholder={(hidden) => `+${hidden.length}`}
          value={list.filter.notices}
          onChange={list.setNotices}
          options={noticeStandingSchema.options.map((value) => ({ value, label: t(`passing:standing.${value}`) }))}
        />
        <Button onClick={() => setChoosing(true)}>
          {conditions.length === 0 ? t('lists:conditions') : t('lists:conditionCount', { count: conditions.length })}
        </Button>
        <NamedLists filter={list.filter} isFiltered={list.isFiltered} onShow={list.setFilter} />
        {list.isFiltered && <Button onClick={list.clearFilter}>{t('clearFilter')}</Button>}
      </div>
      {list.isFiltered && (
        <div className={styles.conditions}>
          {conditions.map((condition, index) => (
            <Tag
              key={JSON.stringify(condition)}
              closable={{ 'aria-label': t('lists:removeCondition') }}
              onClose={() => list.setConditions(conditions.filter((_, other) => other !== index))}
            >
              {conditionText(condition)}
            </Tag>
          ))}
          <span role="status">{hidden > 0 && t('lists:hidden', { count: hidden })}</span>
        </div>
      )}
      {choosing && (
        <ConditionsDialog conditions={conditions} onShow={list.setConditions} onClose={() => setChoosing(false)} />
      )}
    </>
  )
}
