import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attached } from '../../../shared/contract/duplicates'
import type { MemberId } from '../../../shared/model/id'
import { memberFieldSchema, type MaskedMember, type MemberField } from '../../../shared/model/member'
import { api } from '../../client'
import { ErrorNotice } from '../../components/ErrorNotice'
import { Loading } from '../../components/Loading'
import { useUndo } from '../../components/use-undo'
import { useFieldText } from '../members/use-field-text'
import styles from './duplicates.module.css'

interface CompareDialogProps {
  readonly one: MemberId
  readonly other: MemberId
  readonly onDistinguish: () => void
  readonly onClose: () => void
}

type Side = 'one' | 'other'
const SIDES = ['one', 'other'] as const

/** Two records side by side: which one stays, and which value of each field; mounted while it is open. */
export function CompareDialog({ one, other, onDistinguish, onClose }: CompareDialogProps) {
  const { t } = useTranslation(['duplicates', 'fields', 'common'])
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const [stays, setStays] = useState<Side>('one')
  const [chosen, setChosen] = useState<Readonly<Partial<Record<MemberField, Side>>>>({})
  const [onlyDiffering, setOnlyDiffering] = useState(true)
  const comparison = useQuery(api.duplicates.compare.queryOptions({ input: { one, other } }))
  const merge = useMutation(
    api.duplicates.merge.mutationOptions({
      onSuccess: ({ batchId }) => {
        offerUndo(t('merged', { name: comparison.data?.[stays].name }), batchId)
        onClose()
        return queryClient.invalidateQueries()
      },
    }),
  )
  const data = comparison.data

  /** What the record that stays will say: its own value, or the other's where it says nothing. */
  function sideOf(field: MemberField, records: Readonly<Record<Side, MaskedMember>>): Side {
    const away = stays === 'one' ? 'other' : 'one'
    return chosen[field] ?? (records[stays][field] === null && records[away][field] !== null ? away : stays)
  }

  function save() {
    if (data === undefined) return
    const [into, from] = stays === 'one' ? [one, other] : [other, one]
    merge.mutate({ into, from, take: data.differing.filter((field) => sideOf(field, data) !== stays) })
  }

  return (
    <Modal
      open
      width={900}
      style={{ top: 24 }}
      title={data === undefined ? t('title') : t('compareTitle', { one: data.one.name, other: data.other.name })}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button onClick={onDistinguish}>{t('different')}</Button>
          <Button type="primary" disabled={data === undefined} loading={merge.isPending} onClick={save}>
            {t('merge')}
          </Button>
        </>
      }
    >
      {comparison.isError && <ErrorNotice error={comparison.error} onRetry={() => void comparison.refetch()} />}
      {comparison.isPending && <Loading />}
      {data !== undefined && (
        <>
          <Checkbox checked={onlyDiffering} onChange={({ target }) => setOnlyDiffering(target.checked)}>
            {t('onlyDiffering')}
          </Checkbox>
          <table className={styles.compare}>
            <thead>
              <tr>
                <td />
                {SIDES.map((side) => (
                  <th key={side} scope="col">
                    <Radio checked={stays === side} onChange={() => setStays(side)}>
                      {t('stays')}
                    </Radio>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {memberFieldSchema.options
                .filter((field) => data.differing.includes(field) || !onlyDiffering)
                .map((field) => (
                  <FieldRow
                    key={field}
                    field={field}
                    records={data}
                    differs={data.differing.includes(field)}
                    side={sideOf(field, data)}
                    onChoose={(side) => setChosen((before) => ({ ...before, [field]: side }))}
                  />
                ))}
              <tr>
                <th scope="row">{t('attached')}</th>
                {SIDES.map((side) => (
                  <td key={side}>
                    <AttachedText attached={data.attached[side]} />
                  </td>
                ))}
              </tr>
            </tbody>
          </table>
          {data.differing.length === 0 && <p>{t('same')}</p>}
          <p className={styles.note}>{t('attachedNote')}</p>
        </>
      )}
      {merge.isError && <ErrorNotice error={merge.error} />}
    </Modal>
  )
}

interface FieldRowProps {
  readonly field: MemberField
  readonly records: Readonly<Record<Side, MaskedMember>>
  readonly differs: boolean
  readonly side: Side
  readonly onChoose: (side: Side) => void
}

function FieldRow({ field, records, differs, side, onChoose }: FieldRowProps) {
  const { t } = useTranslation(['duplicates', 'fields'])
  const fieldText = useFieldText()
  const text = (value: string | number | null) => (value === null ? t('empty') : fieldText(field, String(value)))
  return (
    <tr>
      <th scope="row">{t(`fields:member.${field}`)}</th>
      {SIDES.map((one) => (
        <td key={one} className={differs && side === one ? styles.chosen : undefined}>
          {differs ? (
            <Radio checked={side === one} onChange={() => onChoose(one)}>
              {text(records[one][field])}
            </Radio>
          ) : (
            text(records[one][field])
          )}
        </td>
      ))}
    </tr>
  )
}

const KINDS = ['events', 'duesEntries', 'participations', 'documents', 'relatives', 'honours', 'posts'] as const

function AttachedText({ attached }: { readonly attached: Attached }) {
  const { t } = useTranslation('duplicates')
  const there = KINDS.filter((kind) => attached[kind] > 0)
  return there.length === 0
    ? t('nothingAttached')
    : there.map((kind) => t(`attachedKind.${kind}`, { count: attached[kind] })).join('，')
}
