import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Form, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { MemberId, UnitId } from '../../../shared/model/id'
import { api } from '../../client'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FormField } from '../../components/FormField'
import { Loading } from '../../components/Loading'
import { useUndo } from '../../components/use-undo'
import styles from './organisation.module.css'
import { UnitSelect } from './UnitSelect'

interface MoveDialogProps {
  readonly memberIds: readonly MemberId[]
  readonly onMoved?: () => void
  readonly onClose: () => void
}

/** Moves members to a unit; says first how many records that changes. */
export function MoveDialog({ memberIds, onMoved, onClose }: MoveDialogProps) {
  const { t } = useTranslation(['organisation', 'common'])
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const [unitId, setUnitId] = useState<UnitId | null>(null)
  const tree = useQuery(api.organisation.tree.queryOptions())
  const hasUnits = tree.data === undefined || tree.data.units.some(({ closedOn }) => closedOn === null)
  const move = useMutation(
    api.organisation.move.mutationOptions({
      onSuccess: ({ batchId, members }) => {
        offerUndo(t('moved', { count: members }), batchId)
        onMoved?.()
        onClose()
        return queryClient.invalidateQueries()
      },
    }),
  )
  const preview = useQuery(
    api.organisation.previewMove.queryOptions({
      input: unitId === null ? skipToken : { unitId, memberIds: [...memberIds] },
    }),
  )
  const counts = preview.data

  return (
    <Modal
      open
      title={t('moveTitle', { count: memberIds.length })}
      okText={hasUnits ? t('moveButton') : t('title')}
      okButtonProps={{ disabled: hasUnits && (counts === undefined || counts.moving === 0) }}
      cancelText={t('common:cancel')}
      confirmLoading={move.isPending}
      onOk={() => {
        if (!hasUnits) void navigate('/organisation')
        else if (unitId !== null) move.mutate({ unitId, memberIds: [...memberIds] })
      }}
      onCancel={onClose}
    >
      {tree.isPending && <Loading />}
      {tree.isError && <ErrorNotice error={tree.error} onRetry={() => void tree.refetch()} />}
      {!hasUnits && <EmptyState title={t('none')} text={t('moveNoUnits')} />}
      {tree.data !== undefined && hasUnits && (
        <Form layout="vertical">
          <FormField label={t('moveTarget')} hint={t('moveNote')}>
            {({ id }) => (
              <UnitSelect
                id={id}
                autoFocus
                units={tree.data.units}
                value={unitId}
                placeholder={t('moveTargetPlaceholder')}
                onChange={setUnitId}
              />
            )}
          </FormField>
        </Form>
      )}
      <div role="status" className={styles.preview}>
        {counts !== undefined && (
          <>
            <p>{t('moving', { count: counts.moving })}</p>
            {counts.alreadyThere > 0 && <p>{t('alreadyThere', { count: counts.alreadyThere })}</p>}
            {counts.losingGroup > 0 && <p>{t('losingGroup', { count: counts.losingGroup })}</p>}
          </>
        )}
      </div>
      {preview.isError && <ErrorNotice error={preview.error} onRetry={() => void preview.refetch()} />}
      {move.isError && <ErrorNotice error={move.error} />}
    </Modal>
  )
}
