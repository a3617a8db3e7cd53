import { DeleteOutlined, DownOutlined, UpOutlined } from '@ant-design/icons'
import { Button, Input, Select, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  dateFormSchema,
  profileColumnSchema,
  type ProfileColumn,
  type ProfileDefinition,
} from '../../../shared/model/receiver-profile'
import { DictionaryDialog } from './DictionaryDialog'
import { isDate, keyOf, valuesFor, withValue } from '../../../shared/rules/reports/profile-values'
import { useValueText } from './use-value-text'

interface ProfileColumnsProps {
  readonly definition: ProfileDefinition
  readonly readOnly: boolean
  readonly onChange: (changes: Partial<ProfileDefinition>) => void
}

/** The columns of a receiver's sheet: heading, what goes in, in which form, by which choices. */
export function ProfileColumns({ definition, readOnly, onChange }: ProfileColumnsProps) {
  const { t } = useTranslation(['reports', 'common'])
  const { textOf, groupOf } = useValueText()
  const [dictionaryAt, setDictionaryAt] = useState<number | null>(null)
  const { columns, dictionaries, kind } = definition
  const values = valuesFor(kind)
  const setColumns = (next: readonly ProfileColumn[]) => onChange({ columns: [...next] })
  const setColumn = (index: number, column: ProfileColumn) => setColumns(columns.with(index, column))
  const swap = (index: number, other: number) => {
    const [one, two] = [columns[index], columns[other]]
    if (one !== undefined && two !== undefined) setColumns(columns.with(index, two).with(other, one))
  }
  const groups = [...new Set(values.map(groupOf))]

  const shown: TableColumnsType<ProfileColumn & { readonly index: number }> = [
    {
      title: t('profile.heading'),
      width: 240,
      render: (_, { index, ...column }) => (
        <Input
          aria-label={`${t('profile.heading')} ${index + 1}`}
          disabled={readOnly}
          maxLength={200}
          value={column.heading}
          onChange={({ target }) => setColumn(index, { ...column, heading: target.value })}
        />
      ),
    },
    {
      title: t('profile.value'),
      width: 230,
      render: (_, { index, ...column }) => (
        <Select
          style={{ width: '100%' }}
          aria-label={`${t('profile.value')} ${column.heading}`}
          disabled={readOnly}
          showSearch={{ optionFilterProp: 'label' }}
          value={keyOf(column.value)}
          onChange={(key) => {
            const value = values.find((option) => keyOf(option) === key)
            if (value !== undefined) setColumn(index, withValue(column, value))
          }}
          options={groups.map((group) => ({
            label: group,
            options: [
              ...values.filter((value) => groupOf(value) === group),
              ...(column.value.from === 'constant' && groupOf(column.value) === group ? [column.value] : []),
            ].map((value) => ({ value: keyOf(value), label: textOf(value) })),
          }))}
        />
      ),
    },
    {
      title: t('profile.need'),
      width: 130,
      render: (_, { index, ...column }) => (
        <Select
          style={{ width: '100%' }}
          aria-label={`${t('profile.need')} ${column.heading}`}
          disabled={readOnly}
          value={column.need}
          onChange={(need) => setColumn(index, { ...column, need })}
          options={(['required', 'advised', 'optional'] as const).map((value) => ({
            value,
            label: t(`needs.${value}`),
          }))}
        />
      ),
    },
    {
      title: t('profile.dateForm'),
      width: 160,
      render: (_, { index, ...column }) =>
        isDate({ ...column }) && (
          <Select
            style={{ width: '100%' }}
            aria-label={`${t('profile.dateForm')} ${column.heading}`}
            disabled={readOnly}
            value={column.dateForm}
            onChange={(dateForm) => setColumn(index, { ...column, dateForm })}
            options={dateFormSchema.options.map((value) => ({ value, label: value }))}
          />
        ),
    },
    {
      title: t('profile.dictionary'),
      width: 120,
      render: (_, { index, dictionary }) => {
        const list = dictionary === null ? undefined : dictionaries[dictionary]
        if (list === undefined && readOnly) return null
        return (
          <Button size="small" onClick={() => setDictionaryAt(index)}>
            {list === undefined
              ? t('profile.addDictionary')
              : t('profile.openDictionary', { count: Object.keys(list.entries).length })}
          </Button>
        )
      },
    },
    {
      key: 'acts',
      title: t('common:acts'),
      width: 120,
      render: (_, { index, heading: name }) =>
        !readOnly && (
          <>
            <Button
              size="small"
              type="text"
              icon={<UpOutlined />}
              disabled={index === 0}
              aria-label={t('profile.moveUp', { name })}
              onClick={() => swap(index, index - 1)}
            />
            <Button
              size="small"
              type="text"
              icon={<DownOutlined />}
              disabled={index === columns.length - 1}
              aria-label={t('profile.moveDown', { name })}
              onClick={() => swap(index, index + 1)}
            />
            <Button
              size="small"
              type="text"
              danger
              icon={<DeleteOutlined />}
              disabled={columns.length === 1}
              aria-label={t('profile.removeColumn', { name })}
              onClick={() => setColumns(columns.toSpliced(index, 1))}
            />
          </>
        ),
    },
  ]
  return (
    <>
      <Table
        rowKey="index"
        size="small"
        columns={shown}
        dataSource={columns.map((column, index) => ({ ...column, index }))}
        pagination={false}
        scroll={{ x: 1000 }}
      />
      {!readOnly && (
        <Button
          style={{ marginBlockStart: 10 }}
          onClick={() =>
            setColumns([
              ...columns,
              profileColumnSchema.parse({ heading: t('profile.newHeading'), value: { from: 'nothing' } }),
            ])
          }
        >
          {t('profile.addColumn')}
        </Button>
      )}
      {dictionaryAt !== null && columns[dictionaryAt] !== undefined && (
        <DictionaryDialog
          column={columns[dictionaryAt]}
          dictionaries={dictionaries}
          readOnly={readOnly}
          onClose={() => setDictionaryAt(null)}
          onSave={(name, dictionary) => {
            const column = columns[dictionaryAt]
            if (column === undefined) return
            onChange({
              columns: columns.with(dictionaryAt, { ...column, dictionary: name }),
              dictionaries: { ...dictionaries, [name]: dictionary },
            })
            setDictionaryAt(null)
          }}
        />
      )}
    </>
  )
}
