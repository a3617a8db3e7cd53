import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { MemberId } from '../../../shared/model/id'
import type { GridColumn } from '../../components/data-grid'

interface Who {
  readonly memberId: MemberId
  readonly name: string
  readonly department: string | null
}

interface WhoColumns<Row> {
  readonly name: GridColumn<Row>
  readonly department: GridColumn<Row>
}

/** Whom a row is about: the name, which opens the member (at a tab of the page), and the department. */
export function useWhoColumns<Row extends Who>(
  widths: { readonly name: number; readonly department: number },
  tab?: 'dues',
): WhoColumns<Row> {
  const { t } = useTranslation('fields')
  return {
    name: {
      key: 'name',
      title: t('member.name'),
      width: widths.name,
      render: ({ memberId, name }) => (
        <Link tabIndex={-1} to={tab === undefined ? `/members/${memberId}` : `/members/${memberId}?tab=${tab}`}>
          {name}
        </Link>
      ),
    },
    department: {
      key: 'department',
      title: t('member.department'),
      width: widths.department,
      render: ({ department }) => department,
    },
  }
}
