import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MemberDetails } from '../../../../shared/contract/member-details'
import type { MemberId } from '../../../../shared/model/id'
import { fieldsOfDetail, type DetailFieldDeclaration, type DetailKind } from '../../../../shared/model/member-detail'
import { api, client } from '../../../client'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import { useErrorToast } from '../../../components/use-error-toast'
import { useUndo } from '../../../components/use-undo'
import { MaskedValue } from '../MaskedValue'
import { DetailDialog, type DetailRow } from './DetailDialog'
import { useDetailNames } from './use-detail-names'
import { ValidityTag } from './ValidityTag'

/** The identity documents, relatives or honours of a member; each can be added, changed and removed. */
export function DetailList({ memberId, kind }: { readonly memberId: MemberId; readonly kind: DetailKind }) {
  const { t } = useTranslation(['members', 'common'])
  const details = useQuery(api.members.details.list.queryOptions({ input: { memberId } }))
  const [dialog, setDialog] = useState<{ readonly row: DetailRow | null } | null>(null)
  const columns = useColumns(kind, (row) => setDialog({ row }))
  if (details.isPending) return <Loading />
  if (details.isError) return <ErrorNotice error={details.error} onRetry={() => void details.refetch()} />
  const rows = rowsOf(details.data, kind)
  const add = <Button onClick={() => setDialog({ row: null })}>{t(`details.add.${kind}`)}</Button>
  return (
    <>
      {rows.length === 0 ? (
        <EmptyState title={t(`details.none.${kind}`)} text={t(`details.noneText.${kind}`)} action={add} />
      ) : (
        <>
          <div style={{ marginBlockEnd: 12 }}>{add}</div>
          <Table
            rowKey="id"
            columns={columns(rows)}
            dataSource={rows}
            pagination={false}
            scroll={{ x: 'max-content' }}
          />
        </>
      )}
      {dialog !== null && (
        <DetailDialog memberId={memberId} kind={kind} row={dialog.row} onClose={() => setDialog(null)} />
      )}
    </>
  )
}

function rowsOf(details: MemberDetails, kind: DetailKind): DetailRow[] {
  return details[kind].map(({ id, version, ...values }) => ({ id, version, values }))
}

/** The declared fields as columns, without those that no row fills. */
function useColumns(kind: DetailKind, onEdit: (row: DetailRow) => void) {
  const { t } = useTranslation(['members', 'common'])
  const { fieldName } = useDetailNames(kind)
  const showError = useErrorToast()
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const remove = useMutation(
    api.members.details.remove.mutationOptions({
      onSuccess: ({ batchId, title }) => {
        offerUndo(t('details.removed', { name: title }), batchId)
        return queryClient.invalidateQueries()
      },
      onError: showError,
    }),
  )
  return (rows: readonly DetailRow[]): TableColumnsType<DetailRow> => [
    ...fieldsOfDetail(kind)
      .filter(([field]) => rows.some(({ values }) => values[field] !== null && values[field] !== false))
      .map(([field, declared]) => ({
        key: field,
        title: fieldName(field),
        render: (_: unknown, row: DetailRow) => <DetailValue kind={kind} field={field} declared={declared} row={row} />,
      })),
    {
      title: t('common:acts'),
      key: 'act',
      width: 130,
      align: 'right',
      render: (_, row) => (
        <>
          <Button type="link" size="small" onClick={() => onEdit(row)}>
            {t('common:edit')}
          </Button>
          <Button
            type="link"
            size="small"
            danger
            onClick={() => remove.mutate({ kind, id: row.id, version: row.version })}
          >
            {t('common:remove')}
          </Button>
        </>
      ),
    },
  ]
}

interface DetailValueProps {
  readonly kind: DetailKind
  readonly field: string
  readonly declared: DetailFieldDeclaration
  readonly row: DetailRow
}

function DetailValue({ kind, field, declared, row: { id, values } }: DetailValueProps) {
  const { t } = useTranslation('members')
  const { fieldName, fieldText } = useDetailNames(kind)
  const value = values[field] ?? null
  if (value === null || value === false) return null
  if (value === true) return t('details.emergencyContact')
  if (declared.masked === true) {
    return (
      <MaskedValue
        label={fieldName(field)}
        masked={value}
        onReveal={(reason) => client.members.details.reveal({ kind, id, field, reason })}
      />
    )
  }
  const isDate = declared.kind === 'partialDate' || declared.kind === 'validUntil'
  return (
    <>
      <span className={isDate ? 'numeric' : undefined}>{fieldText(field, value)}</span>
      {declared.kind === 'validUntil' && <ValidityTag validTo={value} />}
    </>
  )
}
