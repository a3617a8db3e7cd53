import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutgoingTransfer } from '../../../../shared/contract/federation/transfers'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormDialog } from '../../../components/FormDialog'
import { useUndo } from '../../../components/use-undo'
import { UnionField, type ChosenUnion } from './UnionField'

interface RedirectDialogProps {
  readonly transfer: OutgoingTransfer
  readonly onClose: () => void
}

/** Names the union of a request anew that nobody knows by its name; those that come nearest are offered. */
export function RedirectDialog({ transfer, onClose }: RedirectDialogProps) {
  const { t } = useTranslation('transfers')
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const [union, setUnion] = useState<ChosenUnion>({ id: null, name: transfer.toUnion })
  const redirect = useMutation(
    api.federation.transfers.redirect.mutationOptions({
      onSuccess: ({ batchId }) => {
        offerUndo(t('asked', { count: 1 }), batchId)
        onClose()
        return queryClient.invalidateQueries()
      },
    }),
  )
  return (
    <FormDialog
      title={t('redirect')}
      dirty={union.name !== transfer.toUnion}
      busy={redirect.isPending}
      onSave={() => {
        if (union.name.trim() === '') return
        redirect.mutate({ id: transfer.id, toOrganisation: union.id, toUnion: union.name.trim() })
      }}
      onClose={onClose}
    >
      <Form layout="vertical" component={false}>
        <p>{t('redirectText', { name: transfer.toUnion })}</p>
        {transfer.near.map(({ id, name }) => (
          <Button key={id} size="small" onClick={() => setUnion({ id, name })}>
            {name}
          </Button>
        ))}
        <UnionField union={union} onChange={setUnion} />
      </Form>
      {redirect.error !== null && <ErrorNotice error={redirect.error} />}
    </FormDialog>
  )
}
