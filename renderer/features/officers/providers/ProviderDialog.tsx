import { useMutation } from '@tanstack/react-query'
import { Checkbox, Form } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { providerKind } from '../../../../shared/codes/officers'
import type { ProviderId } from '../../../../shared/model/id'
import { providerInputSchema, type Provider } from '../../../../shared/model/team'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormDialog } from '../../../components/FormDialog'
import { FormField } from '../../../components/FormField'
import { TermInput } from '../../../components/TermInput'
import { TextField } from '../fields'
import styles from '../officers.module.css'
import { orNull, refusedFields } from '../read'
import { useWritten } from '../use-written'

interface ProviderDialogProps {
  /** The provider to change; a new one otherwise. */
  readonly provider: Provider | null
  readonly onSaved?: (id: ProviderId) => void
  readonly onClose: () => void
}

/** Records an outside service, or changes it. */
export function ProviderDialog({ provider, onSaved, onClose }: ProviderDialogProps) {
  const { t } = useTranslation('officers')
  const { written } = useWritten()
  const [initial] = useState(() => ({
    name: provider?.name ?? '',
    kind: provider?.kind ?? '',
    creditCode: provider?.creditCode ?? '',
    contact: provider?.contact ?? '',
    phone: provider?.phone ?? '',
    address: provider?.address ?? '',
    isRetired: provider?.isRetired ?? false,
    note: provider?.note ?? '',
  }))
  const [draft, setDraft] = useState(initial)
  const [tried, setTried] = useState(false)
  const read = providerInputSchema.safeParse({
    ...draft,
    creditCode: orNull(draft.creditCode),
    contact: orNull(draft.contact),
    phone: orNull(draft.phone),
    address: orNull(draft.address),
    note: orNull(draft.note),
  })
  const refused = tried ? refusedFields(read.error) : new Set()
  const save = useMutation(
    api.officers.providers.save.mutationOptions({
      onSuccess: (saved) => {
        onClose()
        onSaved?.(saved.id)
        return written(saved)
      },
    }),
  )

  function change(changes: Partial<typeof draft>) {
    setDraft((before) => ({ ...before, ...changes }))
  }

  return (
    <FormDialog
      title={t(provider === null ? 'provider.add' : 'provider.edit')}
      dirty={draft !== initial}
      busy={save.isPending}
      onSave={() => {
        setTried(true)
        if (read.success) save.mutate({ id: provider?.id ?? null, provider: read.data })
      }}
      onClose={onClose}
    >
      <Form component={false} layout="vertical">
        <TextField
          label={t('provider.name')}
          required
          maxLength={100}
          value={draft.name}
          isRefused={refused.has('name')}
          onChange={(name) => change({ name })}
        />
        <div className={styles.pair}>
          <FormField label={t('provider.kind')} required error={refused.has('kind') ? t('missing') : null}>
            {(control) => (
              <TermInput
                {...control}
                maxLength={30}
                terms={providerKind.values}
                value={draft.kind}
                onChange={(kind) => change({ kind })}
              />
            )}
          </FormField>
          <TextField
            label={t('provider.creditCode')}
            maxLength={18}
            value={draft.creditCode}
            onChange={(creditCode) => change({ creditCode })}
          />
          <TextField
            label={t('provider.contact')}
            maxLength={60}
            value={draft.contact}
            onChange={(contact) => change({ contact })}
          />
          <TextField
            label={t('provider.phone')}
            maxLength={40}
            value={draft.phone}
            onChange={(phone) => change({ phone })}
          />
        </div>
        <TextField
          label={t('provider.address')}
          maxLength={200}
          value={draft.address}
          onChange={(address) => change({ address })}
        />
        <TextField
          label={t('note')}
          maxLength={500}
          rows={1}
          value={draft.note}
          onChange={(note) => change({ note })}
        />
        <Checkbox checked={draft.isRetired} onChange={({ target }) => change({ isRetired: target.checked })}>
          {t('provider.retire')}
        </Checkbox>
      </Form>
      {save.isError && <ErrorNotice error={save.error} />}
    </FormDialog>
  )
}
