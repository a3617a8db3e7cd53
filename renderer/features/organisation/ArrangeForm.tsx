import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Input, Select, Table, Tag, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { ProposedUnit, UnitTree } from '../../../shared/contract/organisation'
import { api } from '../../client'
import { ErrorNotice } from '../../components/ErrorNotice'
import { useUndo } from '../../components/use-undo'
import { arrangeRows, changedRow, likelyMeant, mergeTargets, unitsToEstablish, type ArrangeRow } from './arrange-draft'
import styles from './organisation.module.css'

interface ArrangeFormProps {
  readonly proposals: readonly ProposedUnit[]
  readonly units: UnitTree['units']
}

/** The person decides which department becomes which 分会, and which spellings are one. */
export function ArrangeForm({ proposals, units }: ArrangeFormProps) {
  const { t } = useTranslation(['organisation', 'common'])
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const [rows, setRows] = useState(() => arrangeRows(proposals))
  const existing = units.filter(({ kind, closedOn }) => kind === 'branch' && closedOn === null).map(({ name }) => name)
  const wanted = unitsToEstablish(rows)
  const establish = useMutation(
    api.organisation.establish.mutationOptions({
      onSuccess: async ({ batchId, units: made, members }) => {
        await navigate('/organisation')
        offerUndo(t(members > 0 ? 'arrange.saved' : 'arrange.savedUnits', { units: made, members }), batchId)
        await queryClient.invalidateQueries()
      },
    }),
  )
  const change = (row: ArrangeRow, changes: Parameters<typeof changedRow>[2]) =>
    setRows((before) => changedRow(before, row, changes))

  function fate(row: ArrangeRow) {
    if (!row.isUsed) return <span className={styles.quiet}>{t('arrange.skipped')}</span>
    if (row.proposal.existing !== null) return <span className={styles.quiet}>{t('arrange.existing')}</span>
    if (row.into !== null) {
      return (
        <span className={styles.bar}>
          {t('arrange.joined', { name: row.into })}
          <Button size="small" onClick={() => change(row, { into: null })}>
            {t('arrange.separate')}
          </Button>
        </span>
      )
    }
    const targets = mergeTargets(rows, row, existing)
    const similar = likelyMeant(rows, row, existing)
    return (
      <div className={styles.fates}>
        <Select<string>
          aria-label={`${t('arrange.join')}: ${row.proposal.name}`}
          placeholder={t('arrange.joinNone')}
          showSearch
          disabled={targets.length === 0}
          value={null}
          onChange={(into) => change(row, { into })}
          options={targets.map((name) => ({ value: name, label: name }))}
        />
        {similar !== null && (
          <span className={styles.bar}>
            <span className={styles.doubt}>{t('arrange.similar', { name: similar })}</span>
            <Button size="small" onClick={() => change(row, { into: similar })}>
              {t('arrange.merge')}
            </Button>
          </span>
        )}
      </div>
    )
  }

  const columns: TableColumnsType<ArrangeRow> = [
    {
      title: t('arrange.use'),
      width: 70,
      render: (_, row) => (
        <Checkbox
          aria-label={`${t('arrange.use')}: ${row.proposal.name}`}
          checked={row.isUsed}
          onChange={({ target }) => change(row, { isUsed: target.checked, into: null })}
        />
      ),
    },
    {
      title: t('arrange.spellings'),
      width: 240,
      render: (_, { proposal }) =>
        proposal.spellings.length === 0
          ? proposal.name
          : proposal.spellings.map(({ text, count }) => (
              <Tag key={text} className={styles.spelling ?? ''}>
                {text} <span className="numeric">{count}</span>
              </Tag>
            )),
    },
    {
      title: t('arrange.name'),
      width: 220,
      render: (_, row) =>
        row.isUsed && row.into === null && row.proposal.existing === null ? (
          <Input
            aria-label={`${t('arrange.name')}: ${row.proposal.name}`}
            maxLength={100}
            value={row.name}
            status={row.name.trim() === '' ? 'error' : ''}
            onChange={({ target }) => change(row, { name: target.value })}
          />
        ) : null,
    },
    { title: t('arrange.join'), width: 300, render: (_, row) => fate(row) },
    {
      title: <span title={t('arrange.groupsHint')}>{t('arrange.groups')}</span>,
      render: (_, row) =>
        row.isUsed && row.proposal.groups.length > 0 ? (
          <Checkbox.Group
            value={[...row.groups]}
            onChange={(groups) => change(row, { groups })}
            options={row.proposal.groups.map(({ name, spellings }) => ({
              value: name,
              label: `${name} ${spellings.reduce((sum, { count }) => sum + count, 0)}`,
            }))}
          />
        ) : null,
    },
  ]
  const groups = wanted.reduce((sum, unit) => sum + unit.groups.length, 0)
  const isIncomplete = rows.some(({ isUsed, into, name }) => isUsed && into === null && name.trim() === '')
  return (
    <>
      <Table
        rowKey={({ proposal }) => `${proposal.existing ?? ''} ${proposal.name}`}
        columns={columns}
        dataSource={rows}
        pagination={false}
        scroll={{ x: 1000 }}
      />
      {establish.isError && <ErrorNotice error={establish.error} />}
      <div className={styles.foot}>
        <span role="status">{t('arrange.summary', { units: wanted.length, groups })}</span>
        <Button
          type="primary"
          loading={establish.isPending}
          disabled={wanted.length === 0 || isIncomplete}
          onClick={() => establish.mutate({ units: [...wanted] })}
        >
          {t('arrange.save')}
        </Button>
      </div>
    </>
  )
}
