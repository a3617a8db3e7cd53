import { Drawer, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { BatchDetail, BatchEffect, RecordEffect } from '../../../shared/contract/batches'
import { api } from '../../client'
import { DataGrid, useRowPages, type GridColumn } from '../../components/data-grid'
import { EmptyState } from '../../components/EmptyState'
import { SEARCH_BOX_ID } from '../../components/search-box'
import { ChangeList, inScreenOrder } from '../members/ChangeList'
import { useHistoryTexts } from '../members/use-history-texts'
import styles from './batches.module.css'
import { usePlacesText } from './use-places-text'

interface BatchEffectsProps {
  readonly batch: BatchDetail
  /** Null for all of them. */
  readonly effect: BatchEffect | null
}

/** The records that a batch touched, with what it did to each. */
export function BatchEffects({ batch, effect }: BatchEffectsProps) {
  const { id } = batch
  const { t } = useTranslation(['batches', 'common'])
  const texts = useHistoryTexts()
  const placesText = usePlacesText()
  const [search, setSearch] = useState('')
  const [opened, setOpened] = useState<RecordEffect | null>(null)
  const pages = useRowPages<RecordEffect>((page) =>
    api.batches.effects.queryOptions({ input: { id, effect, search, ...page } }),
  )

  function changes({ entries }: RecordEffect): string {
    return entries
      .map(({ table, operation, changes: fields }) => {
        const list = inScreenOrder(fields).flatMap(({ field, before, after }) => {
          const name = texts.fieldName(table, field)
          if (name === null || (operation !== 'update' && field === 'name')) return []
          const value = (text: string | null) => (text === null ? t('common:empty') : texts.value(table, field, text))
          return operation === 'update'
            ? t('change', { name, before: value(before), after: value(after) })
            : t('stated', { name, value: value(after ?? before) })
        })
        return operation === 'update' ? list.join(t('semicolon')) : [texts.act(table, operation), ...list].join(' ')
      })
      .join(t('semicolon'))
  }

  const columns: GridColumn<RecordEffect>[] = [
    {
      key: 'name',
      title: t('column.record'),
      width: 150,
      render: ({ memberId, name }) => (memberId === null ? name : <Link to={`/members/${memberId}`}>{name}</Link>),
    },
    { key: 'effect', title: t('column.effect'), width: 90, render: (row) => t(`show.${row.effect}`) },
    { key: 'changes', title: t('column.changes'), width: 520, render: changes },
    ...(batch.importId === null
      ? []
      : [
          {
            key: 'place',
            title: t('column.place'),
            width: 180,
            render: ({ places }: RecordEffect) => placesText(places),
          },
        ]),
  ]
  return (
    <>
      <div className={styles.bar}>
        <Input.Search
          id={SEARCH_BOX_ID}
          className={styles.search ?? ''}
          allowClear
          aria-label={t('searchName')}
          placeholder={t('searchName')}
          onChange={({ target }) => setSearch(target.value)}
        />
      </div>
      <div className={styles.grid}>
        <DataGrid
          label={t('column.record')}
          columns={columns}
          pages={pages}
          rowId={({ recordId }) => recordId}
          rowName={({ name }) => name}
          onOpen={setOpened}
          empty={<EmptyState title={t(search === '' ? 'noEffects' : 'noSuchName')} />}
        />
      </div>
      <Drawer
        open={opened !== null}
        onClose={() => setOpened(null)}
        size={560}
        title={opened?.name ?? ''}
        closable={{ 'aria-label': t('common:close') }}
      >
        {opened !== null && (
          <div className={styles.entries}>
            {opened.places.length > 0 && <p>{placesText(opened.places)}</p>}
            {opened.entries.map((entry, index) => (
              <section key={index}>
                <strong>{texts.act(entry.table, entry.operation)}</strong>
                <ChangeList table={entry.table} changes={entry.changes} />
              </section>
            ))}
          </div>
        )}
      </Drawer>
    </>
  )
}
