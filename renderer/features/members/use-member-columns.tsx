import { useTranslation } from 'react-i18next'
import type { MemberSort } from '../../../shared/contract/members'
import type { MaskedMember } from '../../../shared/model/member'
import type { GridColumn } from '../../components/data-grid'
import { useCodeLabel } from '../../i18n/use-code-label'
import { StatusTag } from './StatusTag'

/** The columns of the member list. */
export function useMemberColumns(): GridColumn<MaskedMember, MemberSort['field']>[] {
  const { t } = useTranslation(['members', 'fields'])
  const codeLabel = useCodeLabel()
  return [
    { key: 'name', title: t('fields:member.name'), width: 110, sortField: 'name', render: ({ name }) => name },
    {
      key: 'gender',
      title: t('fields:member.gender'),
      width: 84,
      render: ({ gender }) => (gender === null ? null : codeLabel(gender)),
    },
    {
      key: 'department',
      title: t('fields:member.department'),
      width: 160,
      sortField: 'department',
      render: ({ department }) => <span title={department ?? ''}>{department}</span>,
    },
    {
      key: 'status',
      title: t('fields:member.status'),
      width: 124,
      sortField: 'status',
      render: ({ status }) => <StatusTag status={status} />,
    },
    {
      key: 'idNumber',
      title: t('fields:member.idNumber'),
      width: 190,
      render: ({ idNumber }) => <Figures text={idNumber} />,
    },
    { key: 'phone', title: t('fields:member.phone'), width: 140, render: ({ phone }) => <Figures text={phone} /> },
    {
      key: 'joinDate',
      title: t('fields:member.joinDate'),
      width: 120,
      sortField: 'joinDate',
      render: ({ joinDate }) => <Figures text={joinDate} />,
    },
    {
      key: 'staffNumber',
      title: t('fields:member.staffNumber'),
      width: 128,
      sortField: 'staffNumber',
      render: ({ staffNumber }) => <Figures text={staffNumber} />,
    },
  ]
}

function Figures({ text }: { readonly text: string | null }) {
  return <span className="numeric">{text}</span>
}
