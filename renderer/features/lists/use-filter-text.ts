import { useTranslation } from 'react-i18next'
import type { MemberFilter } from '../../../shared/model/member-filter'
import { useConditionText } from './use-condition-text'

/** A filter of members in words, one for each thing that it asks for; none where it asks for nothing. */
export function useFilterText(): (filter: MemberFilter) => string[] {
  const { t } = useTranslation(['lists', 'fields', 'reporting', 'passing'])
  const conditionText = useConditionText()
  return ({ search, statuses, departments, conditions, reporting, notices }) => [
    ...(search === '' ? [] : [t('said.search', { text: search })]),
    ...(statuses.length === 0
      ? []
      : [t('said.statuses', { values: statuses.map((status) => t(`fields:status.${status}`)).join(t('listComma')) })]),
    ...(departments.length === 0 ? [] : [t('said.departments', { values: departments.join(t('listComma')) })]),
    ...conditions.map(conditionText),
    ...(notices.length === 0
      ? []
      : [t('passing:said', { values: notices.map((one) => t(`passing:standing.${one}`)).join(t('listComma')) })]),
    ...(reporting.length === 0
      ? []
      : [
          t('reporting:said', { values: reporting.map((one) => t(`reporting:reporting.${one}`)).join(t('listComma')) }),
        ]),
  ]
}
