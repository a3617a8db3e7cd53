import { SearchOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MemberFilter, MemberSort } from '../../../shared/contract/members'
import type { MemberId } from '../../../shared/model/id'
import { api, client } from '../../client'
import { DataGrid, useRowPages, useSelection } from '../../components/data-grid'
import { EmptyState } from '../../components/EmptyState'
import panel from '../../components/panel.module.css'
import { useErrorToast } from '../../components/use-error-toast'
import { NamedLists } from '../lists/NamedLists'
import { useMemberColumns } from '../members/use-member-columns'
import styles from './activities.module.css'

interface MemberPickerDialogProps {
  readonly title: string
  readonly isBusy: boolean
  readonly onPick: (memberIds: MemberId[]) => void
  readonly onClose: () => void
}

/** Members of the union as it is now. */
const present: MemberFilter = {
  search: '',
  statuses: ['active', 'kept'],
  departments: [],
  conditions: [],
  reporting: [],
  notices: [],
}
/** What tells members of the same name apart. */
const shown = ['name', 'gender', 'department', 'status', 'staffNumber']

/** Chooses members from the list; those chosen stay chosen while another name is searched for. */
export function MemberPickerDialog({ title, isBusy, onPick, onClose }: MemberPickerDialogProps) {
  const { t } = useTranslation(['activities', 'members', 'fields', 'common'])
  const [filter, setFilter] = useState(present)
  const [sort, setSort] = useState<MemberSort>({ field: 'name', direction: 'asc' })
  const facets = useQuery(api.members.facets.queryOptions())
  const columns = useMemberColumns().filter(({ key }) => shown.includes(key))
  const pages = useRowPages((page) => api.members.list.queryOptions({ input: { ...page, filter, sort } }))
  const selection = useSelection(() => client.members.ids({ filter, sort }), useErrorToast())
  const { size } = selection.ids
  return (
    <Modal
      open
      width={860}
      title={title}
      okText={size === 0 ? t('pick') : t('pickCount', { count: size })}
      okButtonProps={{ disabled: size === 0 }}
      cancelText={t('common:cancel')}
      confirmLoading={isBusy}
      onOk={() => onPick([...selection.ids])}
      onCancel={onClose}
    >
      <div className={styles.picker}>
        <div className={panel.bar}>
          <Input
            autoFocus
            className={panel.search ?? ''}
            aria-label={t('members:search')}
            placeholder={t('members:searchPlaceholder')}
            prefix={<SearchOutlined />}
            allowClear
            maxLength={60}
            value={filter.search}
            onChange={({ target }) => setFilter({ ...filter, search: target.value })}
          />
          <Select
            mode="multiple"
            style={{ minWidth: 180 }}
            aria-label={t('fields:member.department')}
            placeholder={t('members:anyDepartment')}
            maxTagCount="responsive"
            value={filter.departments}
            onChange={(departments) => setFilter({ ...filter, departments })}
            options={(facets.data?.departments ?? []).map(({ value, count }) => ({
              value,
              label: `${value} ${count}`,
            }))}
          />
          <NamedLists filter={filter} isFiltered={filter !== present} onShow={setFilter} />
          {filter !== present && <Button onClick={() => setFilter(present)}>{t('members:clearFilter')}</Button>}
        </div>
        <p className={panel.quiet}>{t('pickHint')}</p>
        <DataGrid
          label={t('members:list')}
          columns={columns}
          pages={pages}
          rowId={({ id }) => id}
          rowName={({ name }) => name}
          sort={sort}
          onSort={setSort}
          selection={selection}
          onOpen={({ id }) => selection.toggle(id)}
          empty={<EmptyState title={t('members:noMatch')} />}
        />
      </div>
    </Modal>
  )
}
