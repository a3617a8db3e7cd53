import { useTranslation } from 'react-i18next'
import type { ListedMember, MemberSort } from '../../../../shared/contract/members'
import type { GridColumn } from '../../../components/data-grid'
import { ReportingTag } from './ReportingTag'

/** A column that says how members stand at the union above. */
export function useReportingColumn(): GridColumn<ListedMember, MemberSort['field']> {
  const { t } = useTranslation('reporting')
  return {
    key: 'reporting',
    title: t('title'),
    width: 110,
    render: ({ reporting }) => reporting !== null && <ReportingTag reporting={reporting} />,
  }
}
