import { SearchOutlined } from '@ant-design/icons'
import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PayrollCandidate, PayrollPerson, PayrollView } from '../../../../shared/contract/dues/payroll'
import type { MemberFilter } from '../../../../shared/contract/members'
import type { MemberId } from '../../../../shared/model/id'
import { api } from '../../../client'
import { DataGrid, useRowPages } from '../../../components/data-grid'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import panel from '../../../components/panel.module.css'
import { formatYuan } from '../../../components/yuan'
import { useMemberColumns } from '../../members/use-member-columns'
import { StatusTag } from '../../members/StatusTag'
import styles from './payroll.module.css'

/** What tells members of the same name apart. */
const shown = ['name', 'gender', 'department', 'status', 'staffNumber']

interface WhoDialogProps {
  readonly list: PayrollView
  readonly person: PayrollPerson
  readonly onClose: () => void
}

/** Asks who a line of the list is: somebody like it, or anybody of the record. */
export function WhoDialog({ list, person, onClose }: WhoDialogProps) {
  const { t } = useTranslation(['payroll', 'members', 'common'])
  const queryClient = useQueryClient()
  const { message } = App.useApp()
  const [search, setSearch] = useState('')
  const [line] = person.lines
  const candidates = useQuery(
    api.dues.payroll.candidates.queryOptions({ input: line === undefined ? skipToken : { lineId: line.id } }),
  )
  const choose = useMutation(
    api.dues.payroll.choose.mutationOptions({
      onSuccess: () => {
        void message.success(t('whoDialog.done'))
        onClose()
        return queryClient.invalidateQueries()
      },
    }),
  )
  const filter: MemberFilter = { search, statuses: [], departments: [], conditions: [], reporting: [], notices: [] }
  const columns = useMemberColumns().filter(({ key }) => shown.includes(key))
  const pages = useRowPages((page) =>
    api.members.list.queryOptions({ input: { ...page, filter, sort: { field: 'name', direction: 'asc' } } }),
  )
  const pick = (memberId: MemberId) =>
    choose.mutate({ id: list.id, lineIds: person.lines.map(({ id }) => id), memberId })
  return (
    <Modal open width={860} title={t('whoDialog.title')} footer={null} onCancel={onClose}>
      <div className={panel.stack}>
        {line !== undefined && (
          <p>
            {t('whoDialog.onList')}{' '}
            <strong>
              {[line.name, line.staffNumber, line.department, line.idNumber, formatYuan(line.amount), line.remark]
                .filter((part) => part !== null)
                .join('　')}
            </strong>
          </p>
        )}
        {choose.isError && <ErrorNotice error={choose.error} />}
        {candidates.isError && <ErrorNotice error={candidates.error} />}
        {candidates.data?.length === 0 && <p className={panel.quiet}>{t('whoDialog.none')}</p>}
        {candidates.data !== undefined && candidates.data.length > 0 && (
          <section aria-label={t('whoDialog.candidates')}>
            <p>{t('whoDialog.candidates')}</p>
            <ul className={styles.candidates}>
              {candidates.data.map((candidate) => (
                <li key={candidate.memberId}>
                  <Candidate candidate={candidate} />
                  <Button
                    disabled={choose.isPending}
                    aria-label={t('whoDialog.chooseOf', { name: candidate.name })}
                    onClick={() => pick(candidate.memberId)}
                  >
                    {t('whoDialog.choose')}
                  </Button>
                </li>
              ))}
            </ul>
          </section>
        )}
        <Input
          aria-label={t('whoDialog.search')}
          placeholder={t('whoDialog.searchText')}
          prefix={<SearchOutlined />}
          allowClear
          maxLength={60}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
        {search.trim() !== '' && (
          <div className={styles.picker}>
            <DataGrid
              label={t('whoDialog.search')}
              columns={[
                ...columns,
                {
                  key: 'choose',
                  title: '',
                  width: 110,
                  render: ({ id, name }) => (
                    <Button
                      size="small"
                      disabled={choose.isPending}
                      aria-label={t('whoDialog.chooseOf', { name })}
                      onClick={() => pick(id)}
                    >
                      {t('whoDialog.choose')}
                    </Button>
                  ),
                },
              ]}
              pages={pages}
              rowId={({ id }) => id}
              rowName={({ name }) => name}
              onOpen={({ id }) => pick(id)}
              empty={<EmptyState title={t('members:noMatch')} />}
            />
          </div>
        )}
      </div>
    </Modal>
  )
}

function Candidate({ candidate }: { readonly candidate: PayrollCandidate }) {
  const { t } = useTranslation('payroll')
  const { name, staffNumber, department, status, sameIdNumber, open } = candidate
  const facts = [
    staffNumber,
    department,
    sameIdNumber === null ? null : t(sameIdNumber ? 'whoDialog.sameId' : 'whoDialog.otherId'),
    t('whoDialog.openOf', { amount: formatYuan(open) }),
  ]
  return (
    <span className={panel.bar}>
      <strong>{name}</strong>
      <StatusTag status={status} />
      <span className={panel.quiet}>{facts.filter((fact) => fact !== null).join('　')}</span>
    </span>
  )
}
