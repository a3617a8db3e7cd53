import { keepPreviousData, skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Checkbox, Form, Modal, Select, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { bulkFieldSchema, bulkFieldsSchema, type BulkField } from '../../../shared/contract/lists'
import type { MemberId } from '../../../shared/model/id'
import { api } from '../../client'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FieldInput } from '../../components/FieldInput'
import { FormField } from '../../components/FormField'
import { useUndo } from '../../components/use-undo'
import { fieldGroups } from '../members/field-groups'
import { unreadable, valueOf } from '../members/member-draft'
import { useFieldText } from '../members/use-field-text'
import styles from './lists.module.css'

interface BulkEditDialogProps {
  readonly memberIds: readonly MemberId[]
  readonly onClose: () => void
}

/** Gives many members the same value of one field, after showing what it replaces; mounted while it is open. */
export function BulkEditDialog({ memberIds, onClose }: BulkEditDialogProps) {
  const { t } = useTranslation(['lists', 'fields', 'members', 'common'])
  const fieldText = useFieldText()
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const [field, setField] = useState<BulkField>('employer')
  const [text, setText] = useState('')
  const [empties, setEmpties] = useState(false)
  const value = empties ? null : valueOf(field, text)
  const fields = bulkFieldsSchema.safeParse({ [field]: value })
  const isStated = fields.success && (empties || value !== null)
  const input = isStated ? { memberIds: [...memberIds], fields: fields.data } : skipToken
  const preview = useQuery(api.lists.previewEdit.queryOptions({ input, placeholderData: keepPreviousData }))
  const edit = useMutation(
    api.lists.edit.mutationOptions({
      onSuccess: ({ batchId, changed }) => {
        offerUndo(t('edited', { count: changed }), batchId)
        onClose()
        return queryClient.invalidateQueries()
      },
    }),
  )
  const shown = isStated ? preview.data : undefined

  return (
    <Modal
      open
      width={620}
      title={t('editTitle', { count: memberIds.length })}
      okText={t('editDo')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: shown === undefined || shown.changed === 0 || preview.isPlaceholderData }}
      confirmLoading={edit.isPending}
      onOk={() => input !== skipToken && edit.mutate(input)}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <FormField label={t('field')}>
          {({ id }) => (
            <Select<BulkField>
              id={id}
              value={field}
              showSearch={{ optionFilterProp: 'label' }}
              onChange={(chosen) => {
                setField(chosen)
                setText('')
              }}
              options={fieldGroups.map(({ name, fields: grouped }) => ({
                label: t(`members:group.${name}`),
                options: grouped
                  .flatMap((one) => bulkFieldSchema.safeParse(one).data ?? [])
                  .map((one) => ({ value: one, label: t(`fields:member.${one}`) })),
              }))}
            />
          )}
        </FormField>
        {!empties && (
          <FormField
            label={t('newValue')}
            error={text !== '' && !isStated ? t(`members:issue.${unreadable(field)}`) : null}
          >
            {(control) => (
              <FieldInput
                key={field}
                {...control}
                aria-required={false}
                field={field}
                value={text}
                onChange={setText}
                onBlur={() => undefined}
              />
            )}
          </FormField>
        )}
        <Checkbox checked={empties} onChange={({ target }) => setEmpties(target.checked)}>
          {t('clearValue')}
        </Checkbox>
      </Form>
      <div role="status" className={styles.preview}>
        {shown !== undefined && (
          <>
            <p>
              <strong>{shown.changed === 0 ? t('nothing') : t('preview', { count: shown.changed })}</strong>
              {shown.changed > 0 && shown.same > 0 && ` · ${t('same', { count: shown.same })}`}
            </p>
            {shown.changed > 0 && (
              <Table
                className={styles.before ?? ''}
                size="small"
                pagination={false}
                rowKey={({ value: old }) => old ?? ''}
                dataSource={shown.before}
                columns={[
                  {
                    title: t('before'),
                    render: (_, { value: old }) => (old === null ? t('emptyValue') : fieldText(field, old)),
                  },
                  { width: 120, align: 'right', render: (_, { members }) => t('members', { count: members }) },
                ]}
              />
            )}
          </>
        )}
      </div>
      {preview.isError && <ErrorNotice error={preview.error} onRetry={() => void preview.refetch()} />}
      {edit.isError && <ErrorNotice error={edit.error} />}
    </Modal>
  )
}
