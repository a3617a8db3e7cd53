import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { UnitId } from '../../../shared/model/id'
import type { MaskedMember } from '../../../shared/model/member'
import { api, client } from '../../client'
import { DataGrid, useRowPages, useSelection, type GridColumn } from '../../components/data-grid'
import { EmptyState } from '../../components/EmptyState'
import { useErrorToast } from '../../components/use-error-toast'
import { useMemberColumns } from '../members/use-member-columns'
import { MoveDialog } from './MoveDialog'
import styles from './organisation.module.css'

/** The department says nothing within a unit. */
const shown = ['name', 'gender', 'status', 'staffNumber', 'phone']

/** The present members of a unit, or with null of no unit; those chosen are moved from here. */
export function PlaceMembers({ unitId }: { readonly unitId: UnitId | null }) {
  const { t } = useTranslation(['organisation', 'fields', 'common'])
  const navigate = useNavigate()
  const [isMoving, setMoving] = useState(false)
  const pages = useRowPages<MaskedMember>((page) =>
    api.organisation.members.queryOptions({ input: { unitId, ...page } }),
  )
  const selection = useSelection(() => client.organisation.memberIds({ unitId }), useErrorToast())
  const places = (['department', 'unionGroup'] as const)
    .filter((field) => unitId === null || field === 'unionGroup')
    .map((field): GridColumn<MaskedMember> => ({
      key: field,
      title: t(`fields:member.${field}`),
      width: 130,
      render: (member) => <span title={member[field] ?? ''}>{member[field]}</span>,
    }))
  const columns = useMemberColumns()
    .filter(({ key }) => shown.includes(key))
    .flatMap(({ key, title, width, render }): GridColumn<MaskedMember>[] => {
      const column = { key, title, width, render }
      return key === 'gender' ? [column, ...places] : [column]
    })
  return (
    <>
      <div className={styles.selection} role="status">
        {selection.ids.size > 0 && (
          <>
            <strong>{t('common:grid.selected', { count: selection.ids.size })}</strong>
            <Button onClick={() => setMoving(true)}>{t('moveTo')}</Button>
            <Button type="link" onClick={selection.clear}>
              {t('common:grid.clearSelection')}
            </Button>
          </>
        )}
      </div>
      <DataGrid
        label={t('memberList')}
        columns={columns}
        pages={pages}
        rowId={({ id }) => id}
        rowName={({ name }) => name}
        selection={selection}
        onOpen={({ id }) => void navigate(`/members/${id}`)}
        empty={
          unitId === null ? (
            <EmptyState title={t('allPlaced')} />
          ) : (
            <EmptyState title={t('nobody')} text={t('nobodyText')} />
          )
        }
      />
      {isMoving && (
        <MoveDialog memberIds={[...selection.ids]} onMoved={selection.clear} onClose={() => setMoving(false)} />
      )}
    </>
  )
}
