import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import type { UnitNode, UnitTree } from '../../../shared/contract/organisation'
import { api } from '../../client'
import { useErrorToast } from '../../components/use-error-toast'
import { useUndo } from '../../components/use-undo'

/** What a press of a button does with a unit. */
export function useUnitActs(units: UnitTree['units'], unit: UnitNode, onRemoved: () => void) {
  const { t } = useTranslation(['organisation', 'common'])
  const { modal } = App.useApp()
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const options = { onError: useErrorToast(), onSuccess: () => queryClient.invalidateQueries() }
  const reorder = useMutation(api.organisation.reorder.mutationOptions(options))
  const reopen = useMutation(api.organisation.reopen.mutationOptions(options))
  const remove = useMutation(
    api.organisation.remove.mutationOptions({
      ...options,
      onSuccess: ({ batchId }) => {
        onRemoved()
        offerUndo(t('removed', { name: unit.name }), batchId)
        return queryClient.invalidateQueries()
      },
    }),
  )
  const siblings = units.filter(({ parentId }) => parentId === unit.parentId).map(({ id }) => id)
  const place = siblings.indexOf(unit.id)

  return {
    isFirst: place === 0,
    isLast: place === siblings.length - 1,
    /** One place up (-1) or down (1) among its siblings. */
    move: (by: -1 | 1) => {
      const others = siblings.toSpliced(place, 1)
      reorder.mutate({ parentId: unit.parentId, ids: others.toSpliced(place + by, 0, unit.id) })
    },
    reopen: () => reopen.mutate({ id: unit.id }),
    remove: () =>
      modal.confirm({
        title: t('removeTitle', { name: unit.name }),
        content: t('removeText'),
        okText: t('common:remove'),
        okButtonProps: { danger: true },
        cancelText: t('common:cancel'),
        onOk: () => remove.mutate({ id: unit.id }),
      }),
  }
}
