import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Checkbox, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UnitTree } from '../../../shared/contract/organisation'
import type { UnitId } from '../../../shared/model/id'
import type { Unit } from '../../../shared/model/unit'
import { api } from '../../client'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FormField } from '../../components/FormField'
import { PartialDateInput } from '../../components/PartialDateInput'
import { useUndo } from '../../components/use-undo'
import styles from './organisation.module.css'
import { isRenamed, newUnitDraft, readUnitDraft, unitDraftOf } from './unit-draft'

interface UnitDialogProps {
  /** The unit to change; null makes a new one. */
  readonly unit: Unit | null
  /** The 分会 that a new 小组 belongs to; null for a new 分会. */
  readonly parentId: UnitId | null
  readonly units: UnitTree['units']
  readonly onSaved: (id: UnitId) => void
  readonly onClose: () => void
}

/** Makes a unit or changes its name, other spellings and 分会; says first how many members that writes. */
export function UnitDialog({ unit, parentId, units, onSaved, onClose }: UnitDialogProps) {
  const { t } = useTranslation(['organisation', 'common'])
  const { message } = App.useApp()
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const [draft, setDraft] = useState(() => (unit === null ? newUnitDraft(parentId) : unitDraftOf(unit)))
  const [tried, setTried] = useState(false)
  const oldName = unit?.name ?? null
  const { unit: input, problems } = readUnitDraft(draft, oldName)
  const affected = useQuery(
    api.organisation.affected.queryOptions({
      input: unit === null || input === null ? skipToken : { id: unit.id, unit: input },
      retry: false,
    }),
  )
  const options = {
    onSuccess: ({ batchId, members }: { batchId: Parameters<typeof offerUndo>[1]; members: number }) => {
      if (members > 0) offerUndo(t('written', { count: members }), batchId)
      else void message.success(t('common:saved'))
      onClose()
      return queryClient.invalidateQueries()
    },
  }
  const add = useMutation(api.organisation.add.mutationOptions(options))
  const update = useMutation(api.organisation.update.mutationOptions(options))
  const isGroup = draft.parentId !== null

  function save() {
    setTried(true)
    if (input === null) return
    if (unit === null) add.mutate(input, { onSuccess: ({ id }) => onSaved(id) })
    else update.mutate({ id: unit.id, unit: input })
  }

  function change(changes: Partial<typeof draft>) {
    setDraft((before) => ({ ...before, ...changes }))
  }

  const error = add.error ?? update.error
  return (
    <Modal
      open
      title={
        unit === null
          ? t(isGroup ? 'addGroup' : 'addBranch')
          : t('editUnit', { kind: t(isGroup ? 'kind.group' : 'kind.branch') })
      }
      okText={t('common:save')}
      cancelText={t('common:cancel')}
      confirmLoading={add.isPending || update.isPending}
      onOk={save}
      onCancel={onClose}
    >
      <Form layout="vertical" onFinish={save}>
        <FormField
          label={t('unitName')}
          required
          error={tried && problems.has('nameMissing') ? t('nameMissing') : null}
        >
          {(control) => (
            <Input
              {...control}
              autoFocus
              maxLength={100}
              value={draft.name}
              onChange={({ target }) => change({ name: target.value })}
            />
          )}
        </FormField>
        {isRenamed(draft, oldName) && (
          <Form.Item>
            <Checkbox checked={draft.keepsOldName} onChange={({ target }) => change({ keepsOldName: target.checked })}>
              {t('keepOldName', { name: oldName })}
            </Checkbox>
          </Form.Item>
        )}
        {isGroup && (
          <FormField label={t('parent')}>
            {({ id }) => (
              <Select<UnitId | null>
                id={id}
                value={draft.parentId}
                onChange={(value) => change({ parentId: value })}
                options={units
                  .filter(
                    ({ kind, closedOn, id: own }) => kind === 'branch' && (closedOn === null || own === draft.parentId),
                  )
                  .map(({ id: value, name }) => ({ value, label: name }))}
              />
            )}
          </FormField>
        )}
        <FormField label={t('common:optionalField', { label: t('aliases') })} hint={t('aliasesHint')}>
          {({ id }) => (
            <Select<string[]>
              id={id}
              mode="tags"
              open={false}
              suffix={<span />}
              tokenSeparators={['，', ',', '、', ';', '；']}
              value={[...draft.aliases]}
              onChange={(aliases) => change({ aliases })}
            />
          )}
        </FormField>
        <FormField
          label={t('common:optionalField', { label: t('foundedOn') })}
          error={tried && problems.has('dateWrong') ? t('dateWrong') : null}
        >
          {(control) => (
            <PartialDateInput {...control} value={draft.foundedOn} onChange={(foundedOn) => change({ foundedOn })} />
          )}
        </FormField>
      </Form>
      <p role="status" className={styles.preview}>
        {affected.data !== undefined &&
          (affected.data.members > 0 ? t('willWrite', { count: affected.data.members }) : t('willWriteNobody'))}
      </p>
      {error !== null && <ErrorNotice error={error} />}
    </Modal>
  )
}
