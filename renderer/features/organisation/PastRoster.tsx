import { Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { PastMember } from '../../../shared/contract/organisation'
import type { Day } from '../../../shared/model/date'
import { api } from '../../client'
import { DataGrid, useRowPages, type GridColumn } from '../../components/data-grid'
import { EmptyState } from '../../components/EmptyState'
import { useCodeLabel } from '../../i18n/use-code-label'
import styles from './organisation.module.css'

/** Whoever was a member on a day, or may have been, with the record as it was then. */
export function PastRoster({ day }: { readonly day: Day }) {
  const { t } = useTranslation(['organisation', 'fields', 'common'])
  const navigate = useNavigate()
  const codeLabel = useCodeLabel()
  const [unsureOnly, setUnsureOnly] = useState(false)
  const pages = useRowPages<PastMember>((page) =>
    api.organisation.rosterOn.queryOptions({ input: { day, unsureOnly, ...page } }),
  )

  function standing({ standings }: PastMember) {
    const names = standings.map((one) => (one === null ? t('past.notYet') : t(`fields:status.${one}`)))
    return <span className={names.length > 1 ? styles.doubt : undefined}>{names.join(t('past.or'))}</span>
  }

  const columns: GridColumn<PastMember>[] = [
    { key: 'name', title: t('fields:member.name'), width: 110, render: ({ member }) => member.name },
    {
      key: 'gender',
      title: t('fields:member.gender'),
      width: 70,
      render: ({ member: { gender } }) => (gender === null ? null : codeLabel(gender)),
    },
    {
      key: 'department',
      title: t('fields:member.department'),
      width: 150,
      render: ({ member }) => <span title={member.department ?? ''}>{member.department}</span>,
    },
    {
      key: 'unionGroup',
      title: t('fields:member.unionGroup'),
      width: 120,
      render: ({ member }) => <span title={member.unionGroup ?? ''}>{member.unionGroup}</span>,
    },
    { key: 'standing', title: t('past.standing'), width: 160, render: standing },
    { key: 'posts', title: t('past.posts'), width: 130, render: ({ posts }) => posts.map(codeLabel).join('、') },
    {
      key: 'staffNumber',
      title: t('fields:member.staffNumber'),
      width: 100,
      render: ({ member }) => <span className="numeric">{member.staffNumber}</span>,
    },
    {
      key: 'note',
      title: t('past.note'),
      width: 170,
      render: ({ recordedOn }) =>
        recordedOn === null ? null : (
          <span className={styles.quiet}>{t('past.recordedLater', { date: recordedOn })}</span>
        ),
    },
  ]
  return (
    <div className={styles.fill}>
      <div className={styles.bar}>
        <Checkbox checked={unsureOnly} onChange={({ target }) => setUnsureOnly(target.checked)}>
          {t('past.onlyUnsure')}
        </Checkbox>
        {pages.total !== null && <span role="status">{t('past.count', { count: pages.total })}</span>}
      </div>
      <div className={styles.gridArea}>
        <DataGrid
          label={t('past.view.roster')}
          columns={columns}
          pages={pages}
          rowId={({ member }) => member.id}
          rowName={({ member }) => member.name}
          onOpen={({ member }) => void navigate(`/members/${member.id}`)}
          empty={
            unsureOnly ? (
              <EmptyState title={t('past.noneUnsure')} />
            ) : (
              <EmptyState title={t('past.empty')} text={t('past.emptyText')} />
            )
          }
        />
      </div>
    </div>
  )
}
