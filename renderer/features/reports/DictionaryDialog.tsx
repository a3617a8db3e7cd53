import { useQuery } from '@tanstack/react-query'
import { Button, Input, Modal, Radio, Select, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { dictionarySchema, ProfileColumn, ProfileDefinition } from '../../../shared/model/receiver-profile'
import { membershipEventTypeSchema } from '../../../shared/model/membership'
import { api } from '../../client'
import { FormField } from '../../components/FormField'
import { useValueText } from './use-value-text'
import { knownValues } from './known-values'
import { keyOf } from '../../../shared/rules/reports/profile-values'
import styles from './reports.module.css'

type Dictionary = z.infer<typeof dictionarySchema>

interface DictionaryDialogProps {
  readonly column: ProfileColumn
  readonly dictionaries: ProfileDefinition['dictionaries']
  readonly readOnly: boolean
  readonly onSave: (name: string, dictionary: Dictionary) => void
  readonly onClose: () => void
}

/** What the receiver calls each of our values of a column. */
export function DictionaryDialog({ column, dictionaries, readOnly, onSave, onClose }: DictionaryDialogProps) {
  const { t } = useTranslation(['reports', 'fields', 'common'])
  const { textOf } = useValueText()
  const kept = column.dictionary === null ? undefined : dictionaries[column.dictionary]
  const known = knownValues(column.value)
  const lists = useQuery(api.federation.codeLists.list.queryOptions())
  const [codeList, setCodeList] = useState(kept?.codeList)
  const [others, setOthers] = useState(kept?.others ?? 'error')
  const [rows, setRows] = useState(() => {
    const entries = kept?.entries ?? Object.fromEntries(known.map((value) => [value, value]))
    return Object.entries(entries).map(([ours, theirs]) => ({ ours, theirs: theirs ?? '' }))
  })
  const present = (lists.data ?? []).filter(({ withdrawnAt }) => withdrawnAt === null).map(({ name }) => name)
  const listNames = [...new Set([...present, ...(kept?.codeList === undefined ? [] : [kept.codeList])])]
  const isEvents = keyOf(column.value) === 'membershipChange.type'

  function shownOurs(ours: string) {
    const event = membershipEventTypeSchema.safeParse(ours)
    return isEvents && event.success ? t(`fields:event.${event.data}`) : ours
  }

  function save() {
    const entries = Object.fromEntries(
      rows
        .filter(({ ours }) => ours.trim() !== '')
        .map(({ ours, theirs }) => [ours.trim(), theirs.trim() === '' ? null : theirs.trim()]),
    )
    onSave(column.dictionary ?? keyOf(column.value), { entries, others, codeList })
  }

  return (
    <Modal
      open
      width={640}
      title={t('profile.dictionaryOf', { heading: column.heading })}
      onCancel={onClose}
      onOk={save}
      okText={t('common:confirm')}
      cancelText={t(readOnly ? 'common:close' : 'common:cancel')}
      okButtonProps={readOnly ? { style: { display: 'none' } } : {}}
    >
      <p className={styles.quiet}>{t('profile.dictionaryNote')}</p>
      <Table
        className={styles.columnTable ?? ''}
        size="small"
        rowKey="index"
        pagination={false}
        scroll={{ y: 320 }}
        dataSource={rows.map((row, index) => ({ ...row, index }))}
        columns={[
          {
            title: textOf(column.value),
            render: (_, { ours, index }) =>
              known.includes(ours) || readOnly ? (
                shownOurs(ours)
              ) : (
                <Input
                  aria-label={`${t('profile.ours')} ${index + 1}`}
                  value={ours}
                  maxLength={100}
                  onChange={({ target }) => setRows(rows.with(index, { ...rowAt(rows, index), ours: target.value }))}
                />
              ),
          },
          {
            title: t('profile.theirs'),
            render: (_, { ours, theirs, index }) => (
              <Input
                aria-label={`${t('profile.theirs')} ${shownOurs(ours)}`}
                disabled={readOnly}
                value={theirs}
                placeholder={t('profile.leaveEmpty')}
                maxLength={100}
                onChange={({ target }) => setRows(rows.with(index, { ...rowAt(rows, index), theirs: target.value }))}
              />
            ),
          },
        ]}
      />
      {!readOnly && (
        <Button size="small" onClick={() => setRows([...rows, { ours: '', theirs: '' }])}>
          {t('common:add')}
        </Button>
      )}
      {listNames.length > 0 && (
        <FormField label={t('profile.codeList')} hint={t('profile.codeListNote')}>
          {(control) => (
            <Select<string>
              {...control}
              allowClear
              disabled={readOnly}
              value={codeList ?? null}
              onChange={(name: string | undefined) => setCodeList(name)}
              options={listNames.map((name) => ({ value: name, label: name }))}
            />
          )}
        </FormField>
      )}
      <p style={{ marginBlock: '12px 6px' }}>{t('profile.others')}</p>
      <Radio.Group
        aria-label={t('profile.others')}
        disabled={readOnly}
        value={others}
        onChange={({ target }) => setOthers(target.value === 'blank' ? 'blank' : 'error')}
        options={[
          { value: 'error', label: t('profile.othersError') },
          { value: 'blank', label: t('profile.othersBlank') },
        ]}
      />
    </Modal>
  )
}

function rowAt<Row>(rows: readonly Row[], index: number): Row {
  const row = rows[index]
  if (row === undefined) throw new Error('No such row')
  return row
}
