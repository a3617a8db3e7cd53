import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons'
import { Button, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomFieldId } from '../../../../shared/model/id'
import { api, type client } from '../../../client'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import { Section } from '../../../components/Section'
import { useErrorToast } from '../../../components/use-error-toast'
import { CustomFieldDialog } from './CustomFieldDialog'

type Listed = Awaited<ReturnType<typeof client.members.customFields.list>>[number]

/** The fields that this branch keeps beside those of the record: made, renamed, put into order, retired and restored. */
export function CustomFieldSettings() {
  const { t } = useTranslation(['members', 'common'])
  const queryClient = useQueryClient()
  const showError = useErrorToast()
  const fields = useQuery(api.members.customFields.list.queryOptions())
  const [dialog, setDialog] = useState<{ readonly field: Listed | null } | null>(null)
  const options = { onSuccess: () => queryClient.invalidateQueries(), onError: showError }
  const arrange = useMutation(api.members.customFields.arrange.mutationOptions(options))
  const setRetired = useMutation(api.members.customFields.setRetired.mutationOptions(options))
  if (fields.isPending) return <Loading />
  if (fields.isError) return <ErrorNotice error={fields.error} onRetry={() => void fields.refetch()} />
  const ids = fields.data.map(({ id }) => id)

  function move(id: CustomFieldId, by: -1 | 1) {
    const from = ids.indexOf(id)
    const other = ids[from + by]
    if (other === undefined) return
    arrange.mutate({ ids: ids.toSpliced(Math.min(from, from + by), 2, ...(by === -1 ? [id, other] : [other, id])) })
  }

  const columns: TableColumnsType<Listed> = [
    { title: t('customField.name'), dataIndex: 'name' },
    {
      title: t('customField.kind'),
      render: (_, { kind, choices }) =>
        kind === 'choice' ? choices.join(t('listSeparator')) : t(`customField.kinds.${kind}`),
    },
    {
      title: t('customField.isMasked'),
      width: 120,
      render: (_, { isMasked }) => (isMasked ? t('customField.masked') : null),
    },
    { title: t('customField.valueCount'), width: 110, align: 'right', render: (_, { valueCount }) => valueCount },
    {
      title: t('customField.state'),
      width: 110,
      render: (_, { isRetired }) => t(isRetired ? 'customField.retired' : 'customField.inUse'),
    },
    {
      title: t('common:acts'),
      key: 'act',
      width: 260,
      align: 'right',
      render: (_, field, index) => (
        <>
          <Button
            type="text"
            size="small"
            icon={<ArrowUpOutlined />}
            disabled={index === 0}
            aria-label={t('customField.moveUp', { name: field.name })}
            onClick={() => move(field.id, -1)}
          />
          <Button
            type="text"
            size="small"
            icon={<ArrowDownOutlined />}
            disabled={index === ids.length - 1}
            aria-label={t('customField.moveDown', { name: field.name })}
            onClick={() => move(field.id, 1)}
          />
          <Button type="link" size="small" onClick={() => setDialog({ field })}>
            {t('common:edit')}
          </Button>
          <Button
            type="link"
            size="small"
            onClick={() => setRetired.mutate({ id: field.id, isRetired: !field.isRetired })}
          >
            {t(field.isRetired ? 'customField.restore' : 'customField.retire')}
          </Button>
        </>
      ),
    },
  ]
  const add = <Button onClick={() => setDialog({ field: null })}>{t('customField.add')}</Button>
  return (
    <Section title={t('group.custom')} action={fields.data.length > 0 && add}>
      {fields.data.length === 0 ? (
        <EmptyState title={t('customField.none')} text={t('customField.noneText')} action={add} />
      ) : (
        <Table rowKey="id" columns={columns} dataSource={fields.data} pagination={false} scroll={{ x: 760 }} />
      )}
      {dialog !== null && <CustomFieldDialog field={dialog.field} onClose={() => setDialog(null)} />}
    </Section>
  )
}
